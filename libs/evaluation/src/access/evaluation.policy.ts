import { holds, type Actor, type Policy } from '#libs/platform/access';
import type { CompetitionRow } from '#libs/competitions';

export const STAFF = ['officer', 'director'] as const;
export const COMMISSION = ['commission-chair', 'commission-secretary', 'commission-member'] as const;
/** Who declares conflicts and may have a queue. */
export const SCORERS = [...COMMISSION, 'expert'] as const;

type Guarded = Pick<CompetitionRow, 'id' | 'organiserId'>;

const isStaff = (actor: Actor, { organiserId }: Guarded): boolean => holds(actor, STAFF, organiserId);

/** Who may do what in the evaluation of a competition. */
export const evaluationPolicy: Policy<'see' | 'appoint' | 'declare' | 'score' | 'watch' | 'see-rating', Guarded> = {
  see: {
    sentence: 'Staff of the organiser, the commission and the experts of a competition see its evaluation.',
    allows: (actor, competition) => isStaff(actor, competition) || holds(actor, SCORERS, competition.id),
  },
  appoint: {
    sentence: 'The officer and the director of the organiser change the commission by an order (rule 36).',
    allows: isStaff,
    refusal: 'evaluation.staff-only',
  },
  declare: {
    sentence: 'Members and experts declare their conflicts of interest (rule 31).',
    allows: (actor, competition) => holds(actor, SCORERS, competition.id),
    refusal: 'evaluation.scorers-only',
  },
  score: {
    sentence: 'Members and experts score what was assigned to them.',
    allows: (actor, competition) => holds(actor, SCORERS, competition.id),
    refusal: 'evaluation.scorers-only',
  },
  watch: {
    sentence: 'Staff of the organiser see how far everybody is, never the points.',
    allows: isStaff,
    refusal: 'evaluation.staff-only',
  },
  'see-rating': {
    sentence: 'Staff of the organiser and the commission see the rating; the public only after the decision.',
    allows: (actor, competition) => isStaff(actor, competition) || holds(actor, COMMISSION, competition.id),
    refusal: 'evaluation.rating-closed',
  },
};
