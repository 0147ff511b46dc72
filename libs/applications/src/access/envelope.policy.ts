import type { Policy } from '#libs/platform/access';
import { stageOf, worksFor, type CompetitionRow, type RunBy } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { OPENED_STATES } from './application.policy.js';

type Subject = RunBy & Pick<CompetitionRow, 'state'> & Partial<Pick<CompetitionRow, 'stoppedFrom'>>;

/** Who may do what with the envelopes of a competition. */
export const envelopePolicy: Policy<'see' | 'register' | 'open', Subject> = {
  see: {
    sentence: 'Staff of the organiser and the co-organiser see the register of envelopes: who sent them and when.',
    allows: (actor, competition) => competition.state !== 'draft' && worksFor(actor, STAFF_ROLES, competition),
  },
  register: {
    sentence: 'The officer of the organiser or co-organiser registers envelopes, types them in and checks them.',
    allows: (actor, competition) => worksFor(actor, ['officer'], competition),
    refusal: 'applications.admission-officer-only',
  },
  open: {
    sentence: 'The scan of an envelope is opened by the staff once the proposals are opened.',
    allows: (actor, competition) =>
      OPENED_STATES.includes(stageOf(competition)) && worksFor(actor, STAFF_ROLES, competition),
    refusal: 'applications.envelope-sealed',
  },
};
