export { CONTRACT_STATES, PUBLIC_STATES as PUBLIC_CONTRACT_STATES, type ContractState } from './model/contract.js';
export {
  contractAgreed,
  contractCompleted,
  contractDrafted,
  contractDropped,
  contractOffered,
  contractPutInForce,
  contractReturned,
  contractSigned,
} from './model/contract.facts.js';
export type { DraftTerms } from './model/draft.js';
export { contractPolicy, contractsPolicy, type ContractSides } from './access/contract.policy.js';
export { contractPaths } from './paths.js';
export { ContractObstacles } from './ports/contract-obstacles.port.js';
export { ContractHolds, type ContractHold } from './ports/contract-holds.port.js';
export { PaymentHolds, type PaymentHold } from './ports/payment-holds.port.js';
export { AgreeContract, ReturnContract } from './use-cases/answer-contract.js';
export { ApproveTemplate } from './use-cases/approve-template.js';
export { DraftContracts } from './use-cases/draft-contracts.js';
export { EditContract, type ContractTerms } from './use-cases/edit-contract.js';
export { CompleteContract, DropContract } from './use-cases/end-contract.js';
export { GiveDetails } from './use-cases/give-details.js';
export { OfferContracts } from './use-cases/offer-contracts.js';
export { PutInForce } from './use-cases/put-in-force.js';
export { SignContracts } from './use-cases/sign-contracts.js';
export { paymentApproved, paymentCancelled, paymentMade, paymentOrdered } from './model/payment.facts.js';
export { OrderPayment, type NewPayment } from './use-cases/order-payment.js';
export { ApprovePayment, CancelPayment, NotePayment, type MadePayment } from './use-cases/settle-payment.js';
export { TakeStatement } from './use-cases/take-statement.js';
export {
  changeAsked,
  changeDecided,
  contractEndedEarly,
  contractResumed,
  contractSuspended,
} from './model/change.facts.js';
export { AskChange, WithdrawChange, type AskedChange } from './use-cases/ask-change.js';
export { DecideChange, type PartDecision } from './use-cases/decide-change.js';
export { SignAct, type NewContractAct } from './use-cases/sign-act.js';
