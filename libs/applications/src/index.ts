export { OPENED_STATES, applicationPolicy, type ApplicationSubject } from './access/application.policy.js';
export { APPLICATION_STATES, type ApplicationRow, type ApplicationState } from './model/application.js';
export {
  applicationAdmitted,
  applicationRefused,
  applicationSubmitted,
  applicationWithdrawn,
} from './model/application.facts.js';
export { applicationLifecycle } from './model/application.lifecycle.js';
export type {
  Activity,
  BudgetLine,
  FrozenFile,
  FrozenProposal,
  Indicator,
  IndicatorKind,
} from './model/frozen-proposal.js';
export { costOf, groupSums, isBalanced, ownShareNeededKop, sharesOf, sumsOf } from './model/budget.js';
export { budgetProblems } from './model/budget-problems.js';
export { linesIn } from './model/frozen-proposal.js';
export { MONTHS_MAX, PRICE_MAX_KOP, QUANTITY_MAX, SHARE_MAX_KOP } from './model/limits.js';
export { fieldErrorOf } from './model/problem-in-words.js';
export type { Problem } from './model/problem.js';
export { addresseesOf } from './use-cases/addressees-of.js';
export { applicationPaths } from './paths.js';
export { ApplicationReaders, type ProposalToRead } from './ports/application-readers.port.js';
export { admittedApplications, type AdmittedApplication } from './queries/admitted-applications.js';
export {
  applicationForReading,
  applicationsForReading,
  type ReadableApplication,
} from './queries/application-for-reading.js';
export { applicationById, lockApplication } from './use-cases/lock-application.js';
export { AttachFile, type NewAttachment } from './use-cases/attach-file.js';
export { GiveRights } from './use-cases/give-rights.js';
export { RemoveFile } from './use-cases/remove-file.js';
export { SaveAbout, type AboutProposal } from './use-cases/save-about.js';
export { SaveActivities } from './use-cases/save-activities.js';
export { SaveAnswers } from './use-cases/save-answers.js';
export { SaveBudget, type TypedLine } from './use-cases/save-budget.js';
export { SaveIndicators } from './use-cases/save-indicators.js';
export { ProposalRooms, type ProposalRoom } from './ports/proposal-rooms.port.js';
export { SeeFormVersion } from './use-cases/see-form-version.js';
export { StartApplication } from './use-cases/start-application.js';
export type { Receipt } from './use-cases/insert-submission.js';
export { AnswerTruthCheck } from './use-cases/answer-truth-check.js';
export { MakeOpeningAct } from './use-cases/make-opening-act.js';
export { OrderTruthCheck } from './use-cases/order-truth-check.js';
export { SignSubmission } from './use-cases/sign-submission.js';
export { SubmitApplication } from './use-cases/submit-application.js';
export { WithdrawApplication } from './use-cases/withdraw-application.js';
export { countProposals, type ProposalCounts } from './queries/proposals-of-competition.js';
export { AdmitChecked } from './use-cases/admit-checked.js';
export { CheckProposal, type ProposalCheck } from './use-cases/check-proposal.js';
export { PrepareAdmissionOrder } from './use-cases/prepare-admission-order.js';
export { ReturnAdmissionOrder } from './use-cases/return-admission-order.js';
export { SignAdmissionOrder } from './use-cases/sign-admission-order.js';
export { PlanAdmissionSession, type SessionPlace } from './use-cases/plan-admission-session.js';
export type { NewEnvelope } from './model/envelope.js';
export { BeginTyping } from './use-cases/begin-typing.js';
export { CheckTyped } from './use-cases/check-typed.js';
export { HandOverTyped } from './use-cases/hand-over-typed.js';
export { RegisterEnvelope } from './use-cases/register-envelope.js';
export { SetAsideEnvelope } from './use-cases/set-aside-envelope.js';
export type { Flaw } from './model/mending.js';
export { mendingOf, type Mending } from './queries/mending.js';
export { CheckMended } from './use-cases/check-mended.js';
export { GiveBack } from './use-cases/give-back.js';
export { ShowDraft } from './use-cases/show-draft.js';
export { LookAtDraft } from './use-cases/look-at-draft.js';
export { watchCompetition } from './use-cases/watch-competition.js';
