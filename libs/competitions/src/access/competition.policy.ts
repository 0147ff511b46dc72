import { holds, type Actor, type Policy } from '#libs/platform/access';
import type { CompetitionRow } from '../model/competition.js';
import type { CompetitionAction } from '../model/competition.lifecycle.js';

type Guarded = Pick<CompetitionRow, 'organiserId' | 'state'>;

const STAFF = ['officer', 'director'] as const;

const isOfficer = (actor: Actor, { organiserId }: Guarded): boolean => holds(actor, ['officer'], organiserId);

const officerStep = (sentence: string) => ({ sentence, allows: isOfficer, refusal: 'competitions.officer-only' });

/** Who may do what with a competition. */
export const competitionPolicy: Policy<
  'see' | 'manage' | 'edit' | 'build-form' | 'prepare-act' | 'drop-act' | 'confirm-act' | 'correct' | CompetitionAction,
  Guarded
> = {
  see: {
    sentence: 'A draft is seen by the staff of its organiser only; from the announcement on, by everybody.',
    allows: (actor, competition) =>
      competition.state !== 'draft' || actor.kind === 'system' || holds(actor, STAFF, competition.organiserId),
  },
  manage: {
    sentence: 'The working pages are for the officer and the director of the organiser.',
    allows: (actor, { organiserId }) => holds(actor, STAFF, organiserId),
    refusal: 'competitions.staff-only',
  },
  edit: {
    sentence: 'The officer of the organiser fills in the settings until the announcement; then they are frozen.',
    allows: (actor, competition) => competition.state === 'draft' && isOfficer(actor, competition),
    refusal: 'competitions.frozen',
  },
  'prepare-act': officerStep('The officer of the organiser prepares an act that stops or changes the competition.'),
  'drop-act': officerStep('The officer of the organiser drops a prepared act.'),
  'confirm-act': {
    sentence: 'The director of the organiser, or who acts for him that day, puts a prepared act into effect.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'competitions.director-only',
  },
  correct: {
    sentence: 'The officer of the organiser mends a published slip by a numbered correction.',
    allows: (actor, competition) => competition.state !== 'draft' && isOfficer(actor, competition),
    refusal: 'competitions.officer-only',
  },
  'build-form': {
    sentence: 'The officer of the organiser builds the form; after the announcement only its next version, by an act.',
    allows: (actor, competition) => ['draft', 'announced'].includes(competition.state) && isOfficer(actor, competition),
    refusal: 'competitions.form-frozen',
  },
  publish: officerStep('The officer of the organiser announces the competition.'),
  'open-proposals': officerStep('The officer of the organiser opens the proposals after the reception.'),
  'start-scoring': officerStep('The officer of the organiser starts the scoring after the admission.'),
  rate: {
    sentence: 'The system itself computes the rating (rule 46).',
    allows: (actor) => actor.kind === 'system',
    refusal: 'competitions.system-only',
  },
  decide: {
    sentence: 'The director of the organiser approves the decision by an order.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'competitions.director-only',
  },
};
