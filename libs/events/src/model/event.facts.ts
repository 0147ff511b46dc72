import { factKind } from '#libs/platform/facts';

// In the chain of the authority.
export const eventPublished = factKind('events.published');
export const eventChanged = factKind('events.changed');
export const eventPostponed = factKind('events.postponed');
export const eventRescheduled = factKind('events.rescheduled');
export const eventCancelled = factKind('events.cancelled');
export const eventHeld = factKind('events.held');
/**
 * What an event was worth, for the plan: { kind, territory (the settlement), attended, organisations, measureId }.
 */
export const eventReported = factKind('events.reported');
export const decisionClosed = factKind('events.decision-closed');
