import { ApplicationReaders, applicationForReading } from '#libs/applications';
import { AdvanceCompetition, competitionById, CompetitionObstacles, type CompetitionAction } from '#libs/competitions';
import {
  ApproveDistribution,
  DeclareConflicts,
  NO_ADVICE,
  queueRows,
  SaveScoreSheet,
  SignSheets,
  type Advice,
  type ConflictKind,
  type QueueRow,
} from '#libs/evaluation';
import { DeskSource, startSession } from '#libs/identity';
import type { Actor, Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { startApp, type TestApp } from './app.js';
import { Visitor } from './visitor.js';
import { World } from './world.js';

export type Person = Actor & { personId: string };

export const IN_ADMISSION = new Date('2020-11-10T08:00:00Z');
export const IN_SCORING = new Date('2020-11-20T08:00:00Z');
export const KEYS = ['fit', 'results', 'efficiency', 'capacity'];
const SEATS = ['commission-chair', 'commission-secretary', 'commission-member'];

export const inScope = (role: string, scopeKind: Grant['scopeKind'], scopeId: string): Grant => ({
  role,
  scopeKind,
  scopeId,
});

/** A competition whose admission is over, with those who will score it. */
export interface Scored {
  id: string;
  organiserId: string;
  officer: Person;
  chair: Person;
  people: Person[];
  commission: Person[];
  applications: string[];
}

interface Write {
  version?: number;
  isReady?: boolean;
  at?: Date;
  advice?: Advice;
}

/** The real portal and a small world in which commissions declare, score and sign through the use cases. */
export class ScoringWorld {
  private constructor(
    readonly app: TestApp,
    readonly world: World,
  ) {}

  static async open(): Promise<ScoringWorld> {
    return new ScoringWorld(await startApp(), await World.open());
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.app.close();
  }

  /** A commission of `members`, or `experts` beside it, and admitted proposals. */
  async competition(
    proposals: number,
    { members = 3, experts = 0, k = 2, values = {} as Record<string, unknown> } = {},
  ): Promise<Scored> {
    const { id: organiserId } = await this.world.organiser();
    const mode = experts > 0 ? { scoring_mode: 'k-of-n', experts_per_application: k } : {};
    const { id } = await this.world.competition(organiserId, { state: 'admission', ...mode, ...values });
    const officer = await this.world.person([inScope('officer', 'organiser', organiserId)]);
    const commission = await this.people(members, (index) => SEATS[index] ?? SEATS[2]!, id);
    const people = experts > 0 ? await this.people(experts, () => 'expert', id) : commission;
    const applications = [];
    for (let index = 0; index < proposals; index += 1) applications.push(await this.proposal(id));
    return { id, organiserId, officer, chair: commission[0]!, people, commission, applications };
  }

  private async people(count: number, roleOf: (index: number) => string, competitionId: string): Promise<Person[]> {
    const people = [];
    for (let index = 0; index < count; index += 1)
      people.push(await this.world.person([inScope(roleOf(index), 'competition', competitionId)]));
    return people;
  }

  private async proposal(competitionId: string): Promise<string> {
    const { id: organisationId, name } = await this.world.organisation();
    const values = { state: 'admitted', submission_number: 1 };
    const id = await this.world.application(competitionId, organisationId, values);
    const [row] = await this.world.rows<{ created_by: string; title: string }>(
      'select created_by, title from applications.application where id = $1',
      [id],
    );
    await this.world.insert('applications.submission', {
      ...{ id: newId(), application_id: id, number: 1, submitted_at: new Date('2020-10-25T09:00:00Z') },
      ...{ submitted_by: row!.created_by, title: row!.title, start_on: '2021-02-01', end_on: '2021-11-30' },
      ...{ requested_kop: 5_000_000, own_kop: 1_000_000, total_kop: 6_000_000 },
      ...{ content: JSON.stringify(contentOf(row!.title, name)), sha256: '0'.repeat(64) },
    });
    return id;
  }

  /** «None» for everything but the given conflicts. */
  async declare(
    person: Person,
    { id, applications }: Scored,
    conflicts: Record<string, ConflictKind> = {},
    at = IN_ADMISSION,
  ): Promise<void> {
    const declarations = applications.map((applicationId) => {
      const kind = conflicts[applicationId] ?? 'none';
      return { applicationId, kind, reason: kind === 'none' ? '' : 'Працюю там за сумісництвом' };
    });
    await this.app.get(DeclareConflicts).execute(await this.app.ctx(person, at), id, declarations);
  }

  async start({ id, officer }: Scored): Promise<void> {
    await this.app.get(AdvanceCompetition).execute(await this.app.ctx(officer, IN_SCORING), id, 'start-scoring');
    await this.app.drain();
  }

  /** The chair approves the distribution that was computed. */
  async approve({ id, chair }: Scored): Promise<void> {
    const [row] = await this.world.rows<{ version: number }>(
      `select version from evaluation.distribution where competition_id = $1 and state = 'ready'`,
      [id],
    );
    await this.app.get(ApproveDistribution).execute(await this.app.ctx(chair, IN_SCORING), id, row!.version);
  }

  queue(person: Person, { id }: Scored): Promise<QueueRow[]> {
    return queueRows(this.app.db, id, person.personId);
  }

  async write(person: Person, assignmentId: string, points: number[], options: Write = {}): Promise<void> {
    const { version = 0, isReady = true, at = IN_SCORING, advice = NO_ADVICE } = options;
    const scores = KEYS.map((key, index) => ({ key, points: points[index] ?? null, comment: '' }));
    const entered = { version, scores, comment: '', isReady, advice };
    await this.app.get(SaveScoreSheet).execute(await this.app.ctx(person, at), assignmentId, entered);
  }

  async writeAll(person: Person, competition: Scored, points = [4, 4, 4, 4]): Promise<void> {
    for (const { assignmentId } of await this.queue(person, competition))
      await this.write(person, assignmentId, points);
  }

  async sign(person: Person, { id }: Scored, at = IN_SCORING): Promise<number> {
    return this.app.get(SignSheets).execute(await this.app.ctx(person, at), id);
  }

  async stateOf({ id }: Scored): Promise<string> {
    return (await competitionById(this.app.db, id)).state;
  }

  async mayRead(person: Person, applicationId: string): Promise<boolean> {
    const application = await applicationForReading(this.app.db, applicationId);
    const ctx = await this.app.ctx(person);
    const readers = this.app.get(Ports).all(ApplicationReaders);
    const answers = await Promise.all(readers.map((one) => one.mayRead(ctx, this.app.db, application)));
    return answers.some(Boolean);
  }

  /** What the evaluation has against a step. */
  async obstaclesOf(competitionId: string, action: CompetitionAction): Promise<string[]> {
    const ports = this.app.get(Ports).all(CompetitionObstacles);
    const found = await Promise.all(ports.map((port) => port.obstacles(this.app.db, competitionId, action)));
    return found.flat().filter((code) => code.startsWith('evaluation.'));
  }

  async deskOf(person: Person, at: Date): Promise<{ title: string; href: string }[]> {
    const ctx = await this.app.ctx(person, at);
    const sources = this.app.get(Ports).all(DeskSource);
    const items = await Promise.all(sources.map((source) => source.items(ctx, this.app.db)));
    return items.flat().map(({ title, href }) => ({ title, href }));
  }

  /** A browser of a signed-in person. */
  async browse(person: Person): Promise<Visitor> {
    const ctx = await this.app.ctx(person);
    const token = await this.app.uow.run(ctx, (tx) => startSession(tx, person.personId, 'test'));
    return new Visitor(this.app).withSession(token);
  }

  async lettersTo(person: Person, template: string): Promise<number> {
    const letters = await this.world.rows(
      'select 1 from notifications.message where to_person_id = $1 and template = $2',
      [person.personId, template],
    );
    return letters.length;
  }
}

/** What was submitted, as a scorer reads it. */
export function contentOf(title: string, organisation: string): Record<string, unknown> {
  const answer = { key: 'problem', question: 'Яку проблему розв’язує проєкт?', answer: 'Таємниця пропозиції' };
  return {
    ...{ language: 'uk', title, priority: 'Молодь', startOn: '2021-02-01', endOn: '2021-11-30' },
    reach: [{ key: 'target-1', group: 'Ветерани', people: 1_200 }],
    competition: { code: '1.1-2021', title: 'Конкурс' },
    organisation: { name: organisation, edrpou: '10000001' },
    sections: [{ key: 'need', title: 'Проблема', answers: [answer] }],
    ...{ activities: [], indicators: [], files: [] },
    budget: { lines: [], requestedKop: 5_000_000, ownKop: 1_000_000, totalKop: 6_000_000 },
  };
}

/** The code of what went wrong (of the first field, when there is one), or «done». */
export const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: { code?: string; fields?: { code: string }[] }) => error.fields?.[0]?.code ?? error.code ?? error,
  );
