import { Global, Module } from '@nestjs/common';
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
import { EventsUnderMeasures } from './queries/events-under-measures.js';
import { EventWorkFor } from './queries/event-work.js';
import { PublicEvents } from './queries/public-events.js';
import { CreateEvent } from './use-cases/create-event.js';
import { EditEvent } from './use-cases/edit-event.js';
import { HoldEvent } from './use-cases/hold-event.js';
import { MoveEvent } from './use-cases/move-event.js';
import { PublishEvent } from './use-cases/publish-event.js';

const useCases = [CreateEvent, EditEvent, PublishEvent, MoveEvent, HoldEvent];

@Global()
@Module({
  // «new» stands before «:id».
  controllers: [
    ...[EventFeedsPage, PublicEventsPage, EventPage],
    ...[CreateEventPage, EventWorkPage, EventActPage, EditEventPage],
  ],
  providers: [
    ...useCases,
    ...[PublicEvents, EventForPage, EventsForFeed, EventsUnderMeasures, EventsOfAuthority, EventWorkFor],
    ...[MarkHeld],
  ],
  exports: [...useCases],
})
export class EventsModule {}
