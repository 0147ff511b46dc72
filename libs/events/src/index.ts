export { eventPolicy } from './access/event.policy.js';
export { EVENT_KINDS, type EventContent, type EventKind, type EventRow, type EventState } from './model/event.js';
export {
  eventCancelled,
  eventChanged,
  eventHeld,
  eventPostponed,
  eventPublished,
  eventRescheduled,
} from './model/event.facts.js';
export { eventLifecycle } from './model/event.lifecycle.js';
export { eventPaths } from './paths.js';
export { eventById } from './queries/find-event.js';
export { CreateEvent, type NewEvent } from './use-cases/create-event.js';
export { EditEvent } from './use-cases/edit-event.js';
export { HoldEvent } from './use-cases/hold-event.js';
export { MoveEvent } from './use-cases/move-event.js';
export { PublishEvent } from './use-cases/publish-event.js';
