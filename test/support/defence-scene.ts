import { PlanDefence, PublishDefence } from '#libs/evaluation';
import { kyivDay } from '#libs/platform/clock';
import { hasTime, type DefenceDay, type TimedSlot } from '../../libs/evaluation/src/model/defence.js';
import { defenceDays, defenceOf, defenceSlots } from '../../libs/evaluation/src/queries/read-defence.js';
import { AwardScenes } from './award-scene.js';
import { inScope, IN_ADMISSION, type Person, type Scored, type ScoringWorld } from './scoring-world.js';

export const HALL = 'м. Сватове, пл. 50-річчя Перемоги, 36, зала 2';
export const ON_THE_DAY = new Date('2020-11-20T09:30:00Z');
const STARTS_AT = new Date('2020-11-20T08:00:00Z');
const ENDS_AT = new Date('2020-11-20T12:00:00Z');

export interface DefenceScene extends Scored {
  code: string;
  /** In the order of `applications`. */
  applicants: Person[];
}

type Day = Omit<DefenceDay, 'id'>;

/** Competitions whose conditions name a defence on 20 November 2020, planned and held through the use cases. */
export class DefenceScenes {
  constructor(private readonly scoring: ScoringWorld) {}

  /** A quarter of an hour for each, ten minutes of pause after two. */
  day = (values: Partial<Day> = {}): Day => ({
    ...{ startsAt: STARTS_AT, endsAt: ENDS_AT, place: HALL, onlineUrl: null, isOnlinePublic: false },
    ...{ minutesEach: 15, pauseAfter: 2, pauseMinutes: 10, ...values },
  });

  async planned(
    proposals: number,
    day: Partial<Day> = {},
    values: Record<string, unknown> = {},
  ): Promise<DefenceScene> {
    const on = kyivDay(day.startsAt ?? STARTS_AT);
    const bounds = { defence_on: on, decision_until: on > '2021' ? on : '2020-12-20' };
    const scored = await this.scoring.competition(proposals, { values: { ...bounds, ...values } });
    const [row] = await this.scoring.world.rows<{ code: string }>(
      'select code from competitions.competition where id = $1',
      [scored.id],
    );
    const applicants = [];
    for (const id of scored.applications) applicants.push(await this.applicant(id));
    const scene = { ...scored, code: row!.code, applicants };
    await this.save(scene, null, this.day(day), null);
    return scene;
  }

  async published(
    proposals: number,
    day: Partial<Day> = {},
    values: Record<string, unknown> = {},
  ): Promise<DefenceScene> {
    const scene = await this.planned(proposals, day, values);
    await this.publish(scene);
    return scene;
  }

  async publish(scene: DefenceScene): Promise<void> {
    const ctx = await this.scoring.app.ctx(scene.officer, IN_ADMISSION);
    await this.scoring.app.get(PublishDefence).execute(ctx, scene.id, await this.version(scene));
  }

  async changeDay(scene: DefenceScene, day: Partial<Day>, reason: string | null = null): Promise<void> {
    await this.save(scene, await this.dayId(scene), this.day(day), reason);
  }

  /** The Monday after, the same hours. */
  async addDay(scene: DefenceScene, reason: string | null = null): Promise<void> {
    const later = { startsAt: new Date('2020-11-23T08:00:00Z'), endsAt: new Date('2020-11-23T12:00:00Z') };
    await this.save(scene, null, this.day(later), reason);
  }

  private async save(scene: DefenceScene, dayId: string | null, day: Day, reason: string | null): Promise<void> {
    const ctx = await this.scoring.app.ctx(scene.officer, IN_ADMISSION);
    await this.scoring.app
      .get(PlanDefence)
      .saveDay(ctx, scene.id, dayId, day, { version: await this.version(scene), reason });
  }

  async version({ id }: DefenceScene): Promise<number> {
    return (await defenceOf(this.scoring.app.db, id))?.version ?? 0;
  }

  async dayId({ id }: DefenceScene): Promise<string> {
    return (await defenceDays(this.scoring.app.db, id))[0]!.id;
  }

  async slots({ id }: DefenceScene): Promise<TimedSlot[]> {
    return (await defenceSlots(this.scoring.app.db, id)).filter(hasTime);
  }

  /** The slot as a window sees it now. */
  async seen({ competitionId, applicationId }: TimedSlot): Promise<TimedSlot> {
    const slots = await defenceSlots(this.scoring.app.db, competitionId);
    return slots.filter(hasTime).find((slot) => slot.applicationId === applicationId)!;
  }

  applicantOf = ({ applications, applicants }: DefenceScene, { applicationId }: TimedSlot): Person =>
    applicants[applications.indexOf(applicationId)]!;

  private async applicant(applicationId: string): Promise<Person> {
    const [row] = await this.scoring.world.rows<{ id: string }>(
      'select organisation_id as id from applications.application where id = $1',
      [applicationId],
    );
    const [author] = await this.scoring.world.rows<{ personId: string }>(
      'select created_by as "personId" from applications.application where id = $1',
      [applicationId],
    );
    const [person] = await this.scoring.world.rows<{ email: string; fullName: string }>(
      'select email, full_name as "fullName" from identity.v_person where id = $1',
      [author!.personId],
    );
    return { kind: 'person', ...author!, ...person!, grants: [inScope('applicant', 'organisation', row!.id)] };
  }

  /** Everybody scores everything and signs. */
  async scored(scene: DefenceScene): Promise<void> {
    const { scoring } = this;
    for (const person of scene.people) await scoring.declare(person, scene);
    await scoring.start(scene);
    for (const person of scene.people) {
      await scoring.writeAll(person, scene);
      await scoring.sign(person, scene);
    }
    await scoring.app.drain();
  }

  /** Scores, rates, adopts the allocation and signs the order; returns the words of the signed minutes. */
  async minutesOf(scene: DefenceScene): Promise<string> {
    const { scoring } = this;
    await this.scored(scene);
    await this.decided(scene);
    const [row] = await scoring.world.rows<{ paper: string }>(
      `select minutes_paper::text as paper from sessions.session where scope_id = $1 and state = 'signed'`,
      [scene.id],
    );
    return row!.paper;
  }

  /** Of a rated competition: adopts the allocation and signs the order. */
  async decided(scene: DefenceScene): Promise<void> {
    const { scoring } = this;
    const director = await scoring.world.person([inScope('director', 'organiser', scene.organiserId)]);
    const [chair, secretary, ...members] = scene.commission as [Person, Person, ...Person[]];
    const awards = new AwardScenes(scoring.app, scoring.world);
    const award = { ...scene, director, chair, secretary, members, proposals: [] };
    await awards.adopted(award);
    await awards.order(award);
    await scoring.app.drain();
  }
}
