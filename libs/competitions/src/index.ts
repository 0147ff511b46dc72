export { worksFor } from './access/works-for.js';
export type { RunBy } from './access/works-for.js';
export { competitionPolicy } from './access/competition.policy.js';
export { COMPETITION_STATES, SCORING_MODES, stageOf } from './model/competition.js';
export type { CompetitionRow, CompetitionState, ScoringMode } from './model/competition.js';
export type { Anchor, Criterion, Priority } from './model/criterion.js';
export { maxSum } from './model/criterion.js';
export {
  departmentAdmits,
  directorAwards,
  drawsLots,
  lotSecretDays,
  secondLookOf,
  secondScoreDaysOf,
  TIE_LOT,
} from './model/deciders.js';
export type { SecondLook } from './model/deciders.js';
export { OPEN_BUDGET } from './model/budget-rules.js';
export type { BudgetRules, CostGroup } from './model/budget-rules.js';
export type { TargetGroup } from './model/target-groups.js';
export type { CompetitionSettings } from './model/settings.js';
export { choicesOf, FORM_LIMITS, inLang, questionOf, questionsOf, sectionOf } from './model/form/proposal-form.js';
export type {
  Column,
  FixedPart,
  FormSection,
  Option,
  ProposalForm,
  Question,
  Words,
} from './model/form/proposal-form.js';
export { shownQuestions } from './model/form/form-conditions.js';
export { modelSections, writtenSections } from './model/model-proposal.js';
export { formChanges, type FormChange } from './model/form/form-changes.js';
export { competitionLifecycle } from './model/competition.lifecycle.js';
export type { CompetitionAction } from './model/competition.lifecycle.js';
export {
  ACT_FACTS,
  competitionAnnounced,
  competitionCreated,
  competitionDecided,
  competitionRated,
  potChanged,
  competitionResumed,
  formChanged,
  proposalsOpened,
  receptionClosed,
  scoringStarted,
  slipCorrected,
} from './model/competition.facts.js';
export { isReceiving, receptionAt } from './model/reception.js';
export type { Reception } from './model/reception.js';
export { ConcernedPeople } from './ports/concerned-people.port.js';
export type { ConcernedPerson } from './ports/concerned-people.port.js';
export { slotOf } from './model/slot-of.js';
export { takePaperNumber } from './use-cases/take-paper-number.js';
export { RehearsalRemains } from './ports/rehearsal-remains.port.js';
export { EraseRehearsal } from './use-cases/erase-rehearsal.js';
export { PotFollowers } from './ports/pot-followers.port.js';
export type { ActKind, ActRow } from './model/act.js';
export { lastActs } from './queries/read-acts.js';
export { STOPPED } from './model/phase.js';
export { AnnouncementAsides } from './ports/announcement-asides.port.js';
export { CompetitionObstacles } from './ports/competition-obstacles.port.js';
export { CompetitionRooms } from './ports/competition-rooms.port.js';
export type { Room } from './ports/competition-rooms.port.js';
export {
  competitionByCode,
  competitionById,
  competitionSettings,
  criteriaOf,
  lockCompetition,
  shareCompetition,
} from './queries/read-competition.js';
export { modelAnswers } from './queries/model-proposal.js';
export { correctionsOf } from './queries/read-corrections.js';
export { CorrectSlip } from './use-cases/correct-slip.js';
export type { Slip } from './use-cases/correct-slip.js';
export type { CorrectionRow } from './model/correction.js';
export { ConfirmAct } from './use-cases/confirm-act.js';
export { ReturnAct } from './use-cases/return-act.js';
export { DropAct } from './use-cases/drop-act.js';
export { PrepareAct } from './use-cases/prepare-act.js';
export type { NewAct } from './use-cases/prepare-act.js';
export { formVersionOf, formVersions, type FormVersion } from './queries/form-versions.js';
export { AdoptSlots } from './use-cases/adopt-slots.js';
export { AdvanceCompetition } from './use-cases/advance-competition.js';
export { CopyCompetition } from './use-cases/copy-competition.js';
export type { NextCompetition } from './use-cases/copy-competition.js';
export { CreateCompetition } from './use-cases/create-competition.js';
export type { NewCompetition } from './use-cases/create-competition.js';
export { ChangeForm, type FormAct } from './use-cases/change-form.js';
export { CopyForm } from './use-cases/copy-form.js';
export { WriteModelProposal } from './use-cases/write-model-proposal.js';
export { EditForm } from './use-cases/edit-form.js';
export { SaveSettings } from './use-cases/save-settings.js';
export type { SettingsChange } from './model/editable-settings.js';
export type { NewCriterion } from './model/default-criteria.js';
export { competitionPaths } from './paths.js';
