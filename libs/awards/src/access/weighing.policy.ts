import { holds, type Policy } from '#libs/platform/access';
import { worksFor, type CompetitionRow, type RunBy } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';

const SCORERS = ['commission-chair', 'commission-secretary', 'commission-member', 'expert'] as const;

type Weighed = RunBy & Pick<CompetitionRow, 'id' | 'state'>;

/**
 * Who sees when how firmly a result stands. The chair before the minutes, since he answers; the others afterwards, so
 * that nobody is pressed; a person's own shift is for that person and the chair alone.
 */
export const weighingPolicy: Policy<'see' | 'see-all' | 'see-summary' | 'answer', Weighed> = {
  see: {
    sentence:
      'The chair, those who scored and the staff of the organiser and co-organiser open the check of the result.',
    allows: (actor, competition) => holds(actor, SCORERS, competition.id) || worksFor(actor, STAFF_ROLES, competition),
    refusal: 'awards.weighing-closed',
  },
  'see-all': {
    sentence: 'The chair sees the whole check from the rating on.',
    allows: (actor, { id }) => holds(actor, ['commission-chair'], id),
  },
  'see-summary': {
    sentence: 'Staff and those who scored see the check without names of people once the order is signed.',
    allows: (actor, competition) => competition.state === 'decided' && weighingPolicy.see.allows(actor, competition),
  },
  answer: {
    sentence: 'The chair answers what the check found.',
    allows: (actor, { id }) => holds(actor, ['commission-chair'], id),
    refusal: 'awards.chair-only',
  },
};
