import { hashPassword } from '#libs/identity';
import {
  AdvanceCompetition,
  competitionById,
  CreateCompetition,
  SaveSettings,
  type CompetitionAction,
  type SettingsChange,
} from '#libs/competitions';
import type { Actor } from '#libs/platform/access';
import { kyivInstant } from '#libs/platform/clock';
import { newId } from '#libs/platform/database';
import { adoptSlots, unsettledSlots } from '#libs/terms';
import type { TestApp } from './app.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

const PASSWORD = 'три лопати біля хати';
export const ANNOUNCED = kyivInstant('2020-10-05', '09:00');
export const CLOSES = kyivInstant('2020-11-05', '18:00');

/** Everything an announcement on 05.10.2020 needs beside what the rule set gives. */
export const WHOLE: SettingsChange = {
  purpose: 'Підтримати громадські ініціативи',
  orderNumber: '45',
  orderOn: '2020-10-01',
  budgetProgramme: 'КПКВК 2310180',
  potKop: 60_000_000,
  capKop: 6_000_000,
  priorities: [{ title: 'Молодь', description: '' }],
  supportedActivities: ['Навчання'],
  announcedOn: '2020-10-05',
  lateAnnouncementReason: 'Зміни до програми набрали чинності 01.10.2020',
  opensAt: kyivInstant('2020-10-06', '09:00'),
  closesAt: CLOSES,
  scoringFrom: kyivInstant('2020-11-16', '09:00'),
  scoringUntil: kyivInstant('2020-11-27', '18:00'),
  decisionUntil: '2020-12-11',
  projectsFrom: '2021-01-15',
  projectsUntil: '2021-12-10',
};

/** Two authorities with their staff and a measure, and the steps of a competition by its use cases. */
export class CompetitionWorld {
  organiser: { id: string; slug: string };
  neighbour: { id: string; slug: string };
  officer: Actor;
  director: Actor;
  /** The officer of the neighbour. */
  stranger: Actor;
  measureId: string;

  private constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  static async open(app: TestApp, world: World): Promise<CompetitionWorld> {
    const made = new CompetitionWorld(app, world);
    const password = { password_hash: await hashPassword(PASSWORD) };
    const staff = (role: string, scopeId: string) =>
      world.person([{ role, scopeKind: 'organiser', scopeId }], password);
    made.organiser = await world.organiser();
    made.neighbour = await world.organiser();
    made.officer = await staff('officer', made.organiser.id);
    made.director = await staff('director', made.organiser.id);
    made.stranger = await staff('officer', made.neighbour.id);
    made.measureId = await made.addMeasure('1.1');
    return made;
  }

  async draft(actor = this.officer, organiserId = this.organiser.id, title = 'Конкурс проєктів'): Promise<string> {
    const ctx = await this.app.ctx(actor, ANNOUNCED);
    const input = { organiserId, measureId: this.measureId, title, announcedOn: '2020-10-05' };
    return this.app.get(CreateCompetition).execute(ctx, input);
  }

  async save(id: string, change: SettingsChange, actor = this.officer, version?: number): Promise<void> {
    const current = (await competitionById(this.app.db, id)).version;
    const ctx = await this.app.ctx(actor, ANNOUNCED);
    await this.app.get(SaveSettings).execute(ctx, id, version ?? current, change);
  }

  async step(id: string, action: CompetitionAction, at: Date, actor = this.officer): Promise<void> {
    await this.app.get(AdvanceCompetition).execute(await this.app.ctx(actor, at), id, action);
  }

  /** A draft that lacks nothing. */
  async complete(actor = this.officer, organiserId = this.organiser.id): Promise<string> {
    const id = await this.draft(actor, organiserId);
    const { ruleSet } = await competitionById(this.app.db, id);
    // Its order adopts whatever no act confirms (rule 3).
    const order = { number: WHOLE.orderNumber!, on: WHOLE.orderOn! };
    await this.save(id, { ...WHOLE, ruleSet: adoptSlots(ruleSet!, unsettledSlots(ruleSet!), order) }, actor);
    await this.appointCommission(id);
    return id;
  }

  async announced(actor = this.officer, organiserId = this.organiser.id): Promise<string> {
    const id = await this.complete(actor, organiserId);
    await this.step(id, 'publish', ANNOUNCED, actor);
    return id;
  }

  /** Seven members with a chair and a secretary: what the announcement needs from the evaluation (rule 29). */
  async appointCommission(scopeId: string): Promise<void> {
    const roles = ['commission-chair', 'commission-secretary', ...Array<string>(5).fill('commission-member')];
    for (const role of roles) await this.world.person([{ role, scopeKind: 'competition', scopeId }]);
  }

  async signedIn(actor: Actor): Promise<Visitor> {
    const visitor = new Visitor(this.app);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { email: actor.email, password: PASSWORD });
    return visitor;
  }

  /** Names of the facts about a competition, in the order in which they happened. */
  async factsOf(id: string): Promise<string[]> {
    const sql = `select name from facts.fact where subject_id = $1 and name like 'competitions.%' order by id`;
    return (await this.world.rows<{ name: string }>(sql, [id])).map(({ name }) => name);
  }

  private async addMeasure(number: string): Promise<string> {
    const [planId, directionId, id] = [newId(), newId(), newId()];
    await this.world.insert('measures.plan', {
      id: planId,
      organiser_id: this.organiser.id,
      organiser_slug: this.organiser.slug,
      organiser_name: 'Департамент',
      year: 2020,
      title: 'План заходів',
      approved_by_position: 'Голова',
      approved_by_name: 'С. Гайдай',
      approved_on: '2019-12-20',
      signed_by_position: 'Директор',
      signed_by_name: 'О. Прізвище',
      source_sha256: '0'.repeat(64),
      imported_at: ANNOUNCED,
    });
    await this.world.insert('measures.direction', { id: directionId, plan_id: planId, number: 1, title: 'Напрям' });
    await this.world.insert('measures.measure', {
      id,
      plan_id: planId,
      direction_id: directionId,
      number,
      position: 1,
      title: 'Проведення конкурсу проєктів',
      deadline_text: 'IV квартал',
      deadline: JSON.stringify({ kind: 'quarter', quarter: 4 }),
    });
    return id;
  }
}
