export { monitoringPaths } from './paths.js';
export { projectOpened, reportAccepted, reportReturned, reportSubmitted } from './model/monitoring.facts.js';
export { DecideReport } from './use-cases/decide-report.js';
export { OpenProject } from './use-cases/open-project.js';
export { PutExpense, type ExpenseFile, type NewExpense } from './use-cases/put-expense.js';
export { SaveReport, type Fact, type LineReason, type Story } from './use-cases/save-report.js';
export { SubmitReport } from './use-cases/submit-report.js';
