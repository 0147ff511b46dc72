import { Global, Module } from '@nestjs/common';
import { ForgetAsked } from './jobs/forget-asked.sweep.js';
import { ChaseReports } from './jobs/chase-reports.sweep.js';
import { EventsDesk } from './queries/events-desk.js';
import { ForgetGuests } from './jobs/forget-guests.sweep.js';
import { LapseOffers } from './jobs/lapse-offers.sweep.js';
import { SendResults } from './jobs/send-results.job.js';
import { TellChange } from './jobs/tell-change.job.js';
import { RemindGuests } from './jobs/remind-guests.sweep.js';
import { CheckInPage } from './pages/check-in.page.js';
import { EventFilesPage } from './pages/event-files.page.js';
import { MinutesPage } from './pages/minutes.page.js';
import { OutcomePage } from './pages/outcome.page.js';
import { SlotsPage } from './pages/slots.page.js';
import { WriteSlots } from './use-cases/write-slots.js';
import { CheckInList } from './queries/check-in-list.js';
import { CheckIn } from './use-cases/check-in.js';
import { CloseDecision } from './use-cases/close-decision.js';
import { NoteAttendance } from './use-cases/note-attendance.js';
import { ReportEvent } from './use-cases/report-event.js';
import { WriteMinutes } from './use-cases/write-minutes.js';
import { WriteOutcome } from './use-cases/write-outcome.js';
import { GuestPage } from './pages/guest.page.js';
import { GuestsPage } from './pages/guests.page.js';
import { OwnRegistrationPage } from './pages/own-registration.page.js';
import { RegisterPage } from './pages/register.page.js';
import { Guests } from './queries/guests.js';
import { OwnRegistrationViewer } from './queries/own-registration-view.js';
import { DecideRegistration } from './use-cases/decide-registration.js';
import { EnterGuest } from './use-cases/enter-guest.js';
import { FollowChange } from './use-cases/follow-change.js';
import { LeaveRegistration } from './use-cases/leave-registration.js';
import { OwnRegistration } from './use-cases/own-registration.js';
import { Places } from './use-cases/places.js';
import { RegisterGuest } from './use-cases/register-guest.js';
import { RegistrationLetters } from './use-cases/registration-letters.js';
import { MarkHeld } from './jobs/mark-held.sweep.js';
import { CreateEventPage } from './pages/create-event.page.js';
import { EditEventPage } from './pages/edit-event.page.js';
import { EventActPage } from './pages/event-act.page.js';
import { EventFeedsPage } from './pages/event-feeds.page.js';
import { EventPage } from './pages/event.page.js';
import { EventWorkPage } from './pages/event-work.page.js';
import { PublicEventsPage } from './pages/public-events.page.js';
import { EventForPage } from './queries/event-for-page.js';
import { EventsForFeed } from './queries/events-for-feed.js';
import { EventsOfAuthority } from './queries/events-of-authority.js';
import { EventsAsEvidence } from './queries/events-as-evidence.js';
import { EventsUnderMeasures } from './queries/events-under-measures.js';
import { EventWorkFor } from './queries/event-work.js';
import { PublicEvents } from './queries/public-events.js';
import { CreateEvent } from './use-cases/create-event.js';
import { EditEvent } from './use-cases/edit-event.js';
import { HoldEvent } from './use-cases/hold-event.js';
import { MoveEvent } from './use-cases/move-event.js';
import { PublishEvent } from './use-cases/publish-event.js';

const eventUseCases = [CreateEvent, EditEvent, PublishEvent, MoveEvent, HoldEvent];
const guestUseCases = [WriteSlots, RegisterGuest, OwnRegistration, EnterGuest, LeaveRegistration, DecideRegistration];
const dayUseCases = [CheckIn, NoteAttendance, WriteOutcome, ReportEvent, WriteMinutes, CloseDecision];

@Global()
@Module({
  // «new» stands before «:id».
  controllers: [
    ...[EventFeedsPage, PublicEventsPage, EventPage, RegisterPage, OwnRegistrationPage, EventFilesPage],
    ...[CreateEventPage, EventWorkPage, EventActPage, EditEventPage, SlotsPage],
    ...[GuestsPage, GuestPage, CheckInPage, OutcomePage, MinutesPage],
  ],
  providers: [
    ...eventUseCases,
    ...guestUseCases,
    ...dayUseCases,
    ...[Places, FollowChange, RegistrationLetters, EventsAsEvidence, EventsDesk],
    ...[PublicEvents, EventForPage, EventsForFeed, EventsUnderMeasures, EventsOfAuthority, EventWorkFor],
    ...[Guests, OwnRegistrationViewer, CheckInList],
    ...[MarkHeld, LapseOffers, RemindGuests, TellChange, SendResults, ForgetAsked, ForgetGuests, ChaseReports],
  ],
  exports: [...eventUseCases, ...guestUseCases, ...dayUseCases],
})
export class EventsModule {}
