import { holds, type Actor, type Policy } from '#libs/platform/access';
import { worksFor, type CompetitionRow, type RunBy } from '#libs/competitions';

export const STAFF = ['officer', 'director'] as const;
export const COMMISSION = ['commission-chair', 'commission-secretary', 'commission-member'] as const;
/** Who distributes proposals among experts and answers questions about conflicts. */
export const DISTRIBUTORS = [...STAFF, 'commission-chair', 'commission-secretary'] as const;
/** Who declares conflicts and may have a queue. */
export const SCORERS = [...COMMISSION, 'expert'] as const;

/** Who leads the work of a commission. */
const CHAIRS = ['commission-chair', 'commission-secretary'] as const;

type Guarded = RunBy & Pick<CompetitionRow, 'id'>;

/** The co-organiser reads with the organiser; the commission is changed by the organiser’s order. */
const isStaff = (actor: Actor, competition: Guarded): boolean => worksFor(actor, STAFF, competition);

/** Who may do what in the evaluation of a competition. */
export const evaluationPolicy: Policy<
  | 'see'
  | 'appoint'
  | 'declare'
  | 'score'
  | 'watch'
  | 'distribute'
  | 'see-conflicts'
  | 'answer-conflicts'
  | 'draw'
  | 'see-rating'
  | 'enter-paper'
  | 'check-paper'
  | 'annul'
  | 'calibrate'
  | 'see-calibration'
  | 'clarify'
  | 'see-defence'
  | 'lead-defence',
  Guarded
> = {
  see: {
    sentence:
      'Staff of the organiser and co-organiser, the commission and the experts of a competition see its evaluation.',
    allows: (actor, competition) => isStaff(actor, competition) || holds(actor, SCORERS, competition.id),
  },
  appoint: {
    sentence: 'The officer and the director of the organiser change the commission by an order (rule 36).',
    allows: (actor, { organiserId }) => holds(actor, STAFF, organiserId),
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
    sentence:
      'Staff of the organiser and co-organiser, chair and secretary see how far everybody is, never the points.',
    allows: (actor, competition) => isStaff(actor, competition) || holds(actor, CHAIRS, competition.id),
    refusal: 'evaluation.staff-only',
  },
  distribute: {
    sentence: 'Officer and director of the organiser, chair and secretary distribute the proposals among the experts.',
    allows: (actor, { id, organiserId }) => holds(actor, STAFF, organiserId) || holds(actor, CHAIRS, id),
    refusal: 'evaluation.distributors-only',
  },
  'see-conflicts': {
    sentence:
      'Staff of the organiser and co-organiser, chair and secretary see the questions about conflicts of interest.',
    allows: (actor, competition) => isStaff(actor, competition) || holds(actor, CHAIRS, competition.id),
    refusal: 'evaluation.distributors-only',
  },
  'answer-conflicts': {
    sentence: 'The chair answers questions about conflicts of interest; the secretary too, and those about the chair.',
    allows: (actor, { id }) => holds(actor, CHAIRS, id),
    refusal: 'evaluation.chair-answers',
  },
  draw: {
    sentence: 'The commission and the staff of the organiser take part in a draw of lots (rule 47).',
    allows: (actor, { id, organiserId }) => holds(actor, COMMISSION, id) || holds(actor, STAFF, organiserId),
    refusal: 'evaluation.draw-parties',
  },
  'see-rating': {
    sentence:
      'Staff of the organiser and co-organiser and the commission see the rating; the public only after the decision.',
    allows: (actor, competition) => isStaff(actor, competition) || holds(actor, COMMISSION, competition.id),
    refusal: 'evaluation.rating-closed',
  },
  'enter-paper': {
    sentence: 'The secretary and the officer of the organiser enter sheets that were signed on paper at a session.',
    allows: (actor, { id, organiserId }) =>
      holds(actor, ['officer'], organiserId) || holds(actor, ['commission-secretary'], id),
    refusal: 'evaluation.paper-enterers',
  },
  'check-paper': {
    sentence:
      'Officer and director of the organiser, chair and secretary compare a paper sheet with its scan: not who entered it, nobody with a conflict, no member whose own sheet is not signed.',
    allows: (actor, { id, organiserId }) => holds(actor, STAFF, organiserId) || holds(actor, CHAIRS, id),
    refusal: 'evaluation.distributors-only',
  },
  annul: {
    sentence:
      'Officer and director of the organiser, chair and secretary put a signed sheet to the vote; only signed minutes annul it (rule 42).',
    allows: (actor, { id, organiserId }) => holds(actor, STAFF, organiserId) || holds(actor, CHAIRS, id),
    refusal: 'evaluation.distributors-only',
  },
  calibrate: {
    sentence: 'The officer of the organiser and the secretary hold a calibration round before the scoring.',
    allows: (actor, { id, organiserId }) =>
      holds(actor, ['officer'], organiserId) || holds(actor, ['commission-secretary'], id),
    refusal: 'evaluation.calibration-leaders',
  },
  'see-calibration': {
    sentence:
      'Staff of the organiser and co-organiser, chair and secretary see how a calibration round goes, never names.',
    allows: (actor, competition) => isStaff(actor, competition) || holds(actor, CHAIRS, competition.id),
    refusal: 'evaluation.distributors-only',
  },
  clarify: {
    sentence: 'The officer of the organiser says more clearly what the points of a criterion mean, before the scoring.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'evaluation.staff-only',
  },
  'see-defence': {
    sentence:
      'Staff of the organiser and co-organiser, the commission and the experts are in the room of the defence: they see who presents.',
    allows: (actor, competition) => isStaff(actor, competition) || holds(actor, SCORERS, competition.id),
    refusal: 'evaluation.defence-room',
  },
  'lead-defence': {
    sentence:
      'Officer and director of the organiser, chair and secretary plan the defence and note how it went (rule 43).',
    allows: (actor, { id, organiserId }) => holds(actor, STAFF, organiserId) || holds(actor, CHAIRS, id),
    refusal: 'evaluation.distributors-only',
  },
};
