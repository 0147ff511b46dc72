import { ImportPlan, ListMeasures, planOf2020 } from '#libs/measures';
import {
  CheckIn,
  CreateEvent,
  EditEvent,
  EnterGuest,
  HoldEvent,
  MoveEvent,
  NoteAttendance,
  PublishEvent,
  ReportEvent,
  WriteMinutes,
  WriteOutcome,
  WriteSlots,
} from '#libs/events';
import { Clock } from '#libs/platform/clock';
import { PlayEvents } from '../../apps/demo/play/play-events.js';
import { Stage } from '../../apps/demo/play/stage.js';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
});
afterAll(async () => {
  await world.close();
  await app.close();
});

it('the events of the demo world are played by the use cases: reported, held, full with a queue, moved, postponed, cancelled', async () => {
  const organiser = await world.organiser();
  const officer = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiser.id }]);
  const ctx = await app.ctx(officer, new Date('2019-12-23T09:00:00Z'));
  await app.get(ImportPlan).execute(ctx, { ...organiser, name: 'Департамент' }, planOf2020());
  const get = app.get.bind(app);
  const stage = new Stage(app.db, get(Clock), undefined as never);
  const play = new PlayEvents(
    ...([stage, app.db, get(ListMeasures), get(CreateEvent), get(EditEvent), get(PublishEvent)] as const),
    ...([get(WriteSlots), get(EnterGuest), get(CheckIn), get(NoteAttendance), get(HoldEvent)] as const),
    ...([get(WriteOutcome), get(ReportEvent), get(WriteMinutes), get(MoveEvent)] as const),
  );
  await play.play(officer.email, organiser.id);
  const states = await world.rows<{ state: string; count: number }>(
    'select state, count(*)::int as count from events.event group by state order by state',
  );
  expect(states).toEqual([
    { state: 'cancelled', count: 1 },
    { state: 'held', count: 1 },
    { state: 'postponed', count: 1 },
    { state: 'published', count: 6 },
    { state: 'reported', count: 2 },
  ]);
  expect(await world.rows('select 1 from events.event where measure_id is null')).toEqual([]);
  expect(await world.rows(`select 1 from events.registration where state = 'waitlisted'`)).toHaveLength(3);
}, 240_000);
