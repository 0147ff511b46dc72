import { holds, type Policy } from '#libs/platform/access';
import { stageOf, type CompetitionRow } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { OPENED_STATES } from './application.policy.js';

type Subject = Pick<CompetitionRow, 'organiserId' | 'state'> & Partial<Pick<CompetitionRow, 'stoppedFrom'>>;

/** Who may look at the admission of a competition and prepare it. */
export const admissionPolicy: Policy<'see' | 'prepare', Subject> = {
  see: {
    sentence: 'Staff of the organiser see the checks and the prepared verdicts once the proposals are opened.',
    allows: (actor, competition) =>
      OPENED_STATES.includes(stageOf(competition)) && holds(actor, STAFF_ROLES, competition.organiserId),
  },
  prepare: {
    sentence: 'The officer of the organiser checks, prepares verdicts and calls the session.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'applications.admission-officer-only',
  },
};
