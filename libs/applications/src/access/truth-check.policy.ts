import { holds, type Policy } from '#libs/platform/access';
import { worksFor, type RunBy } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import type { ApplicationRow } from '../model/application.js';
import { OPENED_STATES } from './application.policy.js';

type Subject = RunBy & Pick<ApplicationRow, 'competitionId' | 'competitionStage' | 'state'>;

export const LEADERS_OF_COMMISSION = ['commission-chair', 'commission-secretary'] as const;

/** Who may do what with the check of truthfulness of a proposal (rule 39). */
export const truthCheckPolicy: Policy<'see' | 'order' | 'answer', Subject> = {
  see: {
    sentence:
      'Once the proposals are opened, staff of the organiser and the co-organiser and the chair and the secretary of the commission see what was to be checked.',
    allows: (actor, subject) =>
      OPENED_STATES.includes(subject.competitionStage) &&
      subject.state !== 'draft' &&
      (worksFor(actor, STAFF_ROLES, subject) || holds(actor, LEADERS_OF_COMMISSION, subject.competitionId)),
  },
  order: {
    sentence: 'The chair or the secretary orders a check for the commission.',
    allows: (actor, { competitionId }) => holds(actor, LEADERS_OF_COMMISSION, competitionId),
    refusal: 'applications.truth-commission-only',
  },
  answer: {
    sentence: 'The officer of the organiser or co-organiser writes down what was found out.',
    allows: (actor, subject) => worksFor(actor, ['officer'], subject),
    refusal: 'applications.admission-officer-only',
  },
};
