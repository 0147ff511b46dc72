import { factKind, type FactKind } from '#libs/platform/facts';
import type { ActKind } from './act.js';
import type { CompetitionAction } from './competition.lifecycle.js';

export const competitionCreated = factKind('competitions.created');
/** Work on a draft is noise, not evidence: what was announced is. */
export const settingsSaved = factKind('competitions.settings-saved', { chained: false });
export const formBuilt = factKind('competitions.form-built', { chained: false });
export const formCopied = factKind('competitions.form-copied', { chained: false });
/** Everybody who applies sees the same example. */
export const modelWritten = factKind('competitions.model-written');
/** The form was changed by an act after the announcement. */
export const formChanged = factKind('competitions.form-changed');
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

export const actPrepared = factKind('competitions.act-prepared');
export const actReturned = factKind('competitions.act-returned');
export const actDropped = factKind('competitions.act-dropped');
export const competitionSuspended = factKind('competitions.suspended');
export const competitionResumed = factKind('competitions.resumed');
export const competitionCancelled = factKind('competitions.cancelled');
export const competitionNotHeld = factKind('competitions.not-held');
export const potChanged = factKind('competitions.pot-changed');
export const receptionExtended = factKind('competitions.reception-extended');
/** Nothing else is left of it. */
export const rehearsalErased = factKind('competitions.rehearsal-erased');
export const slipCorrected = factKind('competitions.corrected');

/** What each confirmed act leaves behind. */
export const ACT_FACTS: Record<ActKind, FactKind> = {
  suspend: competitionSuspended,
  resume: competitionResumed,
  cancel: competitionCancelled,
  'not-held': competitionNotHeld,
  'change-pot': potChanged,
  extend: receptionExtended,
};
