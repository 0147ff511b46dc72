export { factKind } from './fact.js';
export type { FactDetails, FactKind, NewFact } from './fact.js';
export { writeFacts } from './write-facts.js';
export { DELIVERY_TRIES_MAX, writeDeliveries } from './deliveries.js';
export type { Delivery, NewDelivery } from './deliveries.js';
export { Reaction, TASK_MARK, Task, taskMarks } from './reactions.js';
export type { TaskMark } from './reactions.js';
export { CHAIN_START, chainHash, verifyChain } from './chain.js';
