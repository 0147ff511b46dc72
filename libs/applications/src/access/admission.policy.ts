import { holds, type Policy } from '#libs/platform/access';
import { stageOf, worksFor, type CompetitionRow, type RunBy } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { OPENED_STATES } from './application.policy.js';

type Subject = RunBy & Pick<CompetitionRow, 'state'> & Partial<Pick<CompetitionRow, 'stoppedFrom'>>;

/** Who may look at the admission of a competition and prepare it. */
export const admissionPolicy: Policy<'see' | 'prepare' | 'sign' | 'return', Subject> = {
  see: {
    sentence:
      'Staff of the organiser and the co-organiser see the checks and the prepared verdicts once the proposals are opened.',
    allows: (actor, competition) =>
      OPENED_STATES.includes(stageOf(competition)) && worksFor(actor, STAFF_ROLES, competition),
  },
  prepare: {
    sentence: 'The officer of the organiser or co-organiser checks, prepares verdicts and calls the session.',
    allows: (actor, competition) => worksFor(actor, ['officer'], competition),
    refusal: 'applications.admission-officer-only',
  },
  sign: {
    sentence:
      'Where the conditions say that the authority admits, the director of the organiser, or who acts for him that day, signs the order that another person has prepared.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'applications.admission-director-only',
  },
  return: {
    sentence: 'The director gives a prepared order back; the officer of the organiser or co-organiser takes it back.',
    allows: (actor, competition) =>
      holds(actor, ['director'], competition.organiserId) || worksFor(actor, ['officer'], competition),
    refusal: 'applications.admission-officer-only',
  },
};
