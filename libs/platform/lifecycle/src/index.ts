export { Lifecycle, TransitionRefused } from './lifecycle.js';
export type { Guard, Transition, Availability } from './lifecycle.js';
