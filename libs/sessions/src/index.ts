export { DecisionHandler } from './ports/decision-handler.port.js';
export { PlanSession } from './use-cases/plan-session.js';
export type { NewSession } from './use-cases/plan-session.js';
export { sessionsOf } from './queries/sessions-of.js';
export type { SessionListRow } from './queries/sessions-of.js';
export { sessionPaths } from './paths.js';
export type { ItemResult, ItemRow, Procedure, SessionRow } from './model/session.js';
