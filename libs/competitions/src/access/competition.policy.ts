import { holds, type Actor, type Policy } from '#libs/platform/access';
import { worksFor, type RunBy } from './works-for.js';
import type { CompetitionRow } from '../model/competition.js';
import type { CompetitionAction } from '../model/competition.lifecycle.js';

type Guarded = RunBy & Pick<CompetitionRow, 'state'> & Partial<Pick<CompetitionRow, 'isRehearsal'>>;

const STAFF = ['officer', 'director'] as const;

const isOfficer = (actor: Actor, { organiserId }: Guarded): boolean => holds(actor, ['officer'], organiserId);

const isDirector = (actor: Actor, { organiserId }: Guarded): boolean => holds(actor, ['director'], organiserId);

const isOfficerOfEither = (actor: Actor, competition: Guarded): boolean => worksFor(actor, ['officer'], competition);

const officerStep = (sentence: string) => ({ sentence, allows: isOfficer, refusal: 'competitions.officer-only' });

/** Who may do what with a competition. */
export const competitionPolicy: Policy<
  | 'see'
  | 'manage'
  | 'copy'
  | 'edit'
  | 'name-co-organiser'
  | 'build-form'
  | 'prepare-act'
  | 'drop-act'
  | 'return-act'
  | 'confirm-act'
  | 'correct'
  | 'erase'
  | CompetitionAction,
  Guarded
> = {
  see: {
    sentence:
      'A draft is seen by the staff of its organiser and co-organiser only; from the announcement on, by everybody.',
    allows: (actor, competition) =>
      competition.state !== 'draft' || actor.kind === 'system' || worksFor(actor, STAFF, competition),
  },
  manage: {
    sentence: 'The working pages are for the officer and the director of the organiser and of the co-organiser.',
    allows: (actor, competition) => worksFor(actor, STAFF, competition),
    refusal: 'competitions.staff-only',
  },
  copy: officerStep('The officer of the organiser begins the next competition from an earlier one.'),
  edit: {
    sentence:
      'The officer of the organiser or co-organiser fills in the settings until the announcement; then they are frozen.',
    allows: (actor, competition) => competition.state === 'draft' && isOfficerOfEither(actor, competition),
    refusal: 'competitions.frozen',
  },
  'name-co-organiser': officerStep('The officer of the organiser names the co-organiser and the joint order.'),
  'prepare-act': {
    sentence: 'The officer of the organiser or co-organiser prepares an act that stops or changes the competition.',
    allows: isOfficerOfEither,
    refusal: 'competitions.officer-only',
  },
  'drop-act': {
    sentence: 'The officer of the organiser or co-organiser drops a prepared act.',
    allows: isOfficerOfEither,
    refusal: 'competitions.officer-only',
  },
  'return-act': {
    sentence:
      'The director of the organiser, or who acts for him that day, returns a prepared act and says what to mend.',
    allows: isDirector,
    refusal: 'competitions.director-only',
  },
  'confirm-act': {
    sentence: 'The director of the organiser, or who acts for him that day, puts a prepared act into effect.',
    allows: isDirector,
    refusal: 'competitions.director-only',
  },
  correct: {
    sentence: 'The officer of the organiser mends a published slip by a numbered correction.',
    allows: (actor, competition) => competition.state !== 'draft' && isOfficer(actor, competition),
    refusal: 'competitions.officer-only',
  },
  erase: {
    sentence: 'The officer of the organiser erases a rehearsal wholly; a real competition is never erased, by nobody.',
    allows: (actor, competition) => competition.isRehearsal === true && isOfficer(actor, competition),
    refusal: 'competitions.never-erased',
  },
  'build-form': {
    sentence:
      'The officer of the organiser or co-organiser builds the form; after the announcement only its next version, by an act.',
    allows: (actor, competition) =>
      ['draft', 'announced'].includes(competition.state) && isOfficerOfEither(actor, competition),
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
    allows: isDirector,
    refusal: 'competitions.director-only',
  },
};
