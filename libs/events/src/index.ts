export { eventPolicy } from './access/event.policy.js';
export { EVENT_KINDS, type EventContent, type EventKind, type EventRow, type EventState } from './model/event.js';
export {
  eventCancelled,
  eventChanged,
  eventHeld,
  eventPostponed,
  eventPublished,
  eventReported,
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
export type { Guest, RegistrationRow, RegistrationState } from './model/registration.js';
export { registrationLifecycle } from './model/registration.lifecycle.js';
export { DecideRegistration } from './use-cases/decide-registration.js';
export { EnterGuest } from './use-cases/enter-guest.js';
export { LeaveRegistration } from './use-cases/leave-registration.js';
export { OwnRegistration } from './use-cases/own-registration.js';
export { RegisterGuest } from './use-cases/register-guest.js';
export { CheckIn } from './use-cases/check-in.js';
export { CloseDecision } from './use-cases/close-decision.js';
export { NoteAttendance } from './use-cases/note-attendance.js';
export { ReportEvent } from './use-cases/report-event.js';
export { WriteMinutes } from './use-cases/write-minutes.js';
export { WriteOutcome } from './use-cases/write-outcome.js';
export { WriteSlots } from './use-cases/write-slots.js';
