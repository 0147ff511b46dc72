import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import {
  CheckIn,
  CreateEvent,
  EditEvent,
  EnterGuest,
  eventById,
  HoldEvent,
  MoveEvent,
  NoteAttendance,
  PublishEvent,
  ReportEvent,
  WriteMinutes,
  WriteOutcome,
  WriteSlots,
  type EventContent,
  type EventKind,
} from '#libs/events';
import { ListMeasures } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Stage } from './stage.js';

type Text<Type> = { [Key in keyof Type]: Type[Key] extends Date | null ? string : Type[Key] };

interface DemoSlots {
  host: string;
  title?: string;
  place?: string;
  guide?: string;
  note?: string;
  startsAt: string;
  minutes: number;
  count: number;
  capacity: number;
  stepFree?: 'yes' | 'no' | 'unknown';
  shelter?: 'yes' | 'no' | 'unknown';
}

interface DemoEvent {
  measure: string;
  kind: EventKind;
  title: string;
  titleEn: string;
  content: Partial<Text<EventContent>>;
  createdAt: string;
  people: number;
  present?: number;
  paper?: string;
  slots?: DemoSlots[];
  heldAt?: string;
  minutes?: boolean;
  reportedAt?: string;
  outcome?: string;
  nextSteps?: string;
  noDocumentReason?: string;
  movedOnlineAt?: string;
  postponedAt?: string;
  cancelledAt?: string;
  reason?: string;
}

const { guests, events } = JSON.parse(readFileSync(new URL('../data/events.json', import.meta.url), 'utf8')) as {
  guests: [name: string, organisation: string, position: string][];
  events: DemoEvent[];
};

const CONTACT = {
  contactName: 'Олена Кравець',
  contactPhone: '+380 64 525 00 00',
  contactEmail: 'events@masscom.example',
};
const NOBODY = { isReserved: false, asMedia: false, mayPublishName: false, mayPhotograph: true };
const EMPTY = { names: null, question: null, accessNeeds: null, seats: 1 };

/** Events of several kinds: reported, held, open, full with a queue, with slots, moved online, postponed, cancelled. */
@Injectable()
export class PlayEvents {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly measures: ListMeasures,
    private readonly create: CreateEvent,
    private readonly edit: EditEvent,
    private readonly publish: PublishEvent,
    private readonly slots: WriteSlots,
    private readonly enter: EnterGuest,
    private readonly checkIn: CheckIn,
    private readonly note: NoteAttendance,
    private readonly hold: HoldEvent,
    private readonly write: WriteOutcome,
    private readonly report: ReportEvent,
    private readonly minutes: WriteMinutes,
    private readonly move: MoveEvent,
  ) {}

  async play(officer: string, organiserId: string): Promise<void> {
    const measures = await this.measures.execute(this.db);
    for (const one of events) {
      const measureId = measures.find(({ number, year }) => number === one.measure && year === 2020)?.id ?? null;
      await this.one(officer, organiserId, measureId, one);
    }
  }

  private async one(officer: string, organiserId: string, measureId: string | null, event: DemoEvent): Promise<void> {
    const at = async (when: string) => this.stage.as(officer, new Date(when));
    const begun = await at(event.createdAt);
    const { kind, title, titleEn } = event;
    const id = await this.create.execute(begun, { organiserId, kind, title, measureId });
    await this.edit.execute(begun, id, 1, { ...CONTACT, ...dated(event.content), titleEn });
    for (const slots of event.slots ?? []) await this.addSlots(begun, id, slots);
    await this.publish.execute(begun, id);
    const people = await this.people(begun, id, event);
    const day = event.content.startsAt!;
    for (const guest of people.slice(0, event.present ?? 0)) await this.checkIn.execute(await at(day), guest);
    if (event.paper) await this.note.names(await at(day), id, event.paper);
    await this.after(at, id, event);
  }

  private async people(ctx: Context, id: string, { people, slots }: DemoEvent): Promise<string[]> {
    const ids: string[] = [];
    // Sessions are chosen one by one; here everybody goes to the first.
    const first =
      slots &&
      (await this.db.one<{ id: string }>('select id from events.slot where event_id = $1 order by id limit 1', [id]));
    for (const [index, [fullName, organisation, position]] of guests.slice(0, people).entries()) {
      const email = index % 4 === 3 ? null : `guest-${index + 1}@people.example`;
      const phone = `+380 50 000 00 ${String(index + 10)}`;
      const slotIds = first ? [first.id] : [];
      const guest = { ...EMPTY, ...NOBODY, fullName, organisation, position, email, phone, slotIds };
      ids.push((await this.enter.execute(ctx, id, guest)).id);
    }
    return ids;
  }

  private addSlots(ctx: Context, id: string, one: DemoSlots): Promise<void> {
    const { title = null, place = null, guide = null, note = null, stepFree = 'yes', shelter = 'yes' } = one;
    return this.slots.add(ctx, id, {
      ...{ host: one.host, title, place, guide, note, stepFree, shelter, startsAt: new Date(one.startsAt) },
      ...{ minutes: one.minutes, count: one.count, capacity: one.capacity },
    });
  }

  private async after(at: (when: string) => Promise<Context>, id: string, event: DemoEvent): Promise<void> {
    const { heldAt, reportedAt, movedOnlineAt, postponedAt, cancelledAt, reason } = event;
    if (heldAt ?? reportedAt) await this.hold.execute(await at(event.content.endsAt!), id);
    if (event.minutes) await this.writeMinutes(await at(heldAt!), id);
    if (reportedAt) {
      const { outcome, nextSteps = null, noDocumentReason = null } = event;
      await this.write.execute(await at(reportedAt), id, { summary: outcome!, nextSteps, noDocumentReason });
      await this.report.execute(await at(reportedAt), id);
    }
    if (movedOnlineAt) {
      const { version } = await eventById(this.db, id);
      const online = { format: 'online', onlineUrl: 'https://meet.example.org/day-2020' } as const;
      await this.edit.execute(await at(movedOnlineAt), id, version, online);
    }
    if (postponedAt) await this.move.postpone(await at(postponedAt), id, reason!);
    if (cancelledAt) await this.move.cancel(await at(cancelledAt), id, reason!);
  }

  private async writeMinutes(ctx: Context, id: string): Promise<void> {
    const head = {
      number: '5',
      chair: 'Галина Марченко',
      secretary: 'Ігор Поліщук',
      present: '20 членів громадської ради, 14 мешканців',
    };
    await this.minutes.head(ctx, id, head);
    await this.minutes.addItem(ctx, id, {
      heard: 'Про стан дороги до районної лікарні',
      spoke: 'Мешканці розповіли, що швидка їде обхідною дорогою на двадцять хвилин довше.',
      decided: 'Просити службу автомобільних доріг включити ділянку до плану ремонту на 2021 рік',
      ...{ responsible: 'Департамент масових комунікацій', dueOn: '2020-12-15' },
    });
    await this.minutes.addItem(ctx, id, {
      heard: 'Про молодіжний простір у приміщенні колишньої бібліотеки',
      spoke: null,
      decided: 'Провести зустріч молодіжних організацій із районною радою',
      ...{ responsible: 'Громадська рада', dueOn: '2020-12-01' },
    });
    await this.minutes.publish(ctx, id);
  }
}

const MOMENTS = ['startsAt', 'endsAt', 'registrationOpensAt', 'registrationClosesAt'];

const dated = (content: DemoEvent['content']): Partial<EventContent> =>
  Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, MOMENTS.includes(key) ? new Date(value as string) : value]),
  );
