export { awarded, lineAdopted, orderSigned } from './model/award.facts.js';
export { allocate } from './model/allocate.js';
export type { AllocationLine, Outcome, RatedRequest } from './model/allocate.js';
export { withoutPersonalData } from './model/without-personal-data.js';
export { resultForApplication } from './queries/result-for-application.js';
export type { ApplicationResult } from './queries/result-for-application.js';
export { PlanAwardSession } from './use-cases/plan-award-session.js';
export { SignAwardOrder } from './use-cases/sign-award-order.js';
export { awardPaths } from './paths.js';
