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
export { applicationPaths } from './paths.js';
export { ApplicationReaders, type ProposalToRead } from './ports/application-readers.port.js';
export { admittedApplications, type AdmittedApplication } from './queries/admitted-applications.js';
export { applicationForReading, type ReadableApplication } from './queries/application-for-reading.js';
export { applicationById, lockApplication } from './use-cases/lock-application.js';
