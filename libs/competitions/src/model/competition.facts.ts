import { factKind, type FactKind } from '#libs/platform/facts';
import type { CompetitionAction } from './competition.lifecycle.js';

export const competitionCreated = factKind('competitions.created');
/** Work on a draft is noise, not evidence: what was announced is. */
export const settingsSaved = factKind('competitions.settings-saved', { chained: false });
export const competitionAnnounced = factKind('competitions.announced');
export const receptionClosed = factKind('competitions.reception-closed');
export const proposalsOpened = factKind('competitions.proposals-opened');
export const scoringStarted = factKind('competitions.scoring-started');
export const competitionRated = factKind('competitions.rated');
export const competitionDecided = factKind('competitions.decided');

/** What each step of the lifecycle leaves behind. */
export const STEP_FACTS: Record<CompetitionAction, FactKind> = {
  publish: competitionAnnounced,
  'open-proposals': proposalsOpened,
  'start-scoring': scoringStarted,
  rate: competitionRated,
  decide: competitionDecided,
};
