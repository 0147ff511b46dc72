export { pointsText } from './model/fraction.js';
export type { Fraction } from './model/fraction.js';
export type { ConflictKind, Declaration } from './model/conflict.js';
export {
  conflictsDeclared,
  membershipEnded,
  queuesFilled,
  ratingComputed,
  sheetSigned,
} from './model/evaluation.facts.js';
export { agreementOf, spreadOf } from './model/integrity/agreement.js';
export { correctedStandings, peopleOf, severityOf, withoutEach } from './model/integrity/alternatives.js';
export type { Alternative, ProposalWithSheets, Standing } from './model/integrity/alternatives.js';
export { RankBands } from './model/integrity/rank-bands.js';
export { SEVERITY_LAMBDA } from './model/integrity/severity.js';
export { lotRanks, LOT_PARTIES_MIN, sha256Hex } from './model/lot.js';
export { ratingRules } from './queries/draw-rounds.js';
export { HoldDraw } from './use-cases/hold-draw.js';
export { needsLot, rate } from './model/rating.js';
export { causeOf } from './model/second-look.js';
export type { RatedProposal as ComputedPlace, RatingRules, SheetPoints } from './model/rating.js';
export { RatingAsides } from './ports/rating-asides.port.js';
export { evaluationPaths } from './paths.js';
export { ratingOrder } from './queries/rating-order.js';
export { recommendationsOf, type Recommendation } from './queries/recommendations.js';
export { ratingOf } from './queries/rating-of.js';
export type { RatingCriterion } from './queries/rating-of.js';
export { AppointCommissionMember } from './use-cases/appoint-commission-member.js';
export { ApproveDistribution } from './use-cases/approve-distribution.js';
export { AskForDistribution } from './use-cases/ask-for-distribution.js';
export { CancelDistribution } from './use-cases/cancel-distribution.js';
export { ReplaceInDistribution } from './use-cases/replace-in-distribution.js';
export { AnswerInvitation } from './use-cases/answer-invitation.js';
export { ReplaceExpert } from './use-cases/replace-expert.js';
export { DecideConflictQuestion } from './use-cases/decide-conflict-question.js';
export { RaiseConflictQuestion } from './use-cases/raise-conflict-question.js';
export { DeclareConflicts } from './use-cases/declare-conflicts.js';
export { EndMembership } from './use-cases/end-membership.js';
export { NO_ADVICE, type Advice } from './model/advice.js';
export { NamePresenters } from './use-cases/name-presenters.js';
export { NoteDefence } from './use-cases/note-defence.js';
export { PlanDefence } from './use-cases/plan-defence.js';
export { PublishDefence } from './use-cases/publish-defence.js';
export { ClarifyCriterion } from './use-cases/clarify-criterion.js';
export { GiveCalibration } from './use-cases/give-calibration.js';
export { LeadCalibration } from './use-cases/lead-calibration.js';
export { CheckPaperSheet } from './use-cases/check-paper-sheet.js';
export { PlanAnnulment } from './use-cases/plan-annulment.js';
export { EnterPaperSheet } from './use-cases/enter-paper-sheet.js';
export { ReviseSheet } from './use-cases/revise-sheet.js';
export { SaveScoreSheet } from './use-cases/save-score-sheet.js';
export { SignSheets } from './use-cases/sign-sheets.js';
export { proposalsWithSheets } from './queries/signed-scores.js';
export { queueRows } from './queries/my-queue.js';
export type { QueueRow } from './queries/my-queue.js';
