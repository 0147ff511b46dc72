export {
  awarded,
  awardDeclined,
  awardRefused,
  lineAdopted,
  offerConsented,
  offerLapsed,
  orderSigned,
} from './model/award.facts.js';
export { allocate } from './model/allocate.js';
export { sumInWords } from './model/sum-in-words.js';
export type { Outcome, PotRules } from './model/allocate.js';
export { potRulesOf } from './queries/read-allocation.js';
export { resultForApplication } from './queries/result-for-application.js';
export { AnswerWeighing } from './use-cases/answer-weighing.js';
export { AgreeToPartial } from './use-cases/agree-to-partial.js';
export { DeclineAward } from './use-cases/decline-award.js';
export { RegisterRefusal } from './use-cases/register-refusal.js';
export { AwardHolds } from './ports/award-holds.port.js';
export { RatingChanges, type AdoptedChange } from './ports/rating-changes.port.js';
export { OrderHolds, type OrderHold } from './ports/order-holds.port.js';
export { OpenAdditionalCompetition } from './use-cases/open-additional-competition.js';
export { PlanNextSession } from './use-cases/plan-next-session.js';
export { SignAdditionalOrder } from './use-cases/sign-additional-order.js';
export { PlanAwardSession } from './use-cases/plan-award-session.js';
export { SignOrderOfChange } from './use-cases/sign-order-of-change.js';
export { SignAwardOrder } from './use-cases/sign-award-order.js';
export { awardPaths } from './paths.js';
export { verifyResult } from './model/result-file/verify-result.js';
