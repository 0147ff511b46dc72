import { extractText, getDocumentProxy } from 'unpdf';
import { OpenDocument, findDocument } from '#libs/documents';
import { CastBallots, CloseSession, OpenSession, PlanSession, SignMinutes, type CastBallot } from '#libs/sessions';
import { presetRuleSet, slotValue } from '#libs/terms';
import type { TestApp } from './app.js';
import { commission, submitted, type Commission, type Person, type Submitted } from './commission.js';
import type { World } from './world.js';

export type Vote = CastBallot['vote'];
const VOTES: Record<string, Vote> = { f: 'for', a: 'against', n: 'abstained', r: 'recused' };

export const PLANNED_AT = new Date('2020-11-10T12:00:00Z');
const CLOSED_AT = new Date('2020-11-10T13:30:00Z');
const SIGNED_AT = new Date('2020-11-10T14:00:05Z');
export const RECUSAL = 'спільний проєкт торік';

export interface Sitting extends Commission {
  sessionId: string;
  proposals: Submitted[];
  /** Ids of the agenda items in their order. */
  items: string[];
}

/** Sessions about admission, as their people lead them; votes are letters: f, a, n, r, one for each item. */
export class Sittings {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  ctx(person: Person, at = PLANNED_AT) {
    return this.app.ctx(person, at);
  }

  async planned(count = 1, people = 9): Promise<Sitting> {
    const scene = await commission(this.world, people);
    const proposals: Submitted[] = [];
    for (let index = 0; index < count; index += 1) proposals.push(await submitted(this.world, scene.competitionId));
    const plan = planOf(scene, proposals);
    const sessionId = await this.app.uow.run(await this.ctx(scene.officer), (tx) =>
      this.app.get(PlanSession).within(tx, plan),
    );
    return { ...scene, sessionId, proposals, items: await this.itemsOf(sessionId) };
  }

  async itemsOf(sessionId: string): Promise<string[]> {
    const items = await this.world.rows<{ id: string }>(
      'select id from sessions.item where session_id = $1 order by position',
      [sessionId],
    );
    return items.map(({ id }) => id);
  }

  async open({ sessionId, members }: Pick<Sitting, 'sessionId' | 'members'>, present: Person[]): Promise<void> {
    const ids = present.map(({ personId }) => personId);
    await this.app.get(OpenSession).execute(await this.ctx(members[1]!), sessionId, ids);
  }

  async vote(
    { sessionId, items }: Pick<Sitting, 'sessionId' | 'items'>,
    person: Person,
    letters: string,
  ): Promise<void> {
    const ballots = [...letters].map((letter, index) => ({
      itemId: items[index]!,
      vote: VOTES[letter]!,
      reason: letter === 'r' ? RECUSAL : '',
    }));
    await this.app.get(CastBallots).execute(await this.ctx(person), sessionId, ballots);
  }

  async close({ sessionId, members }: Pick<Sitting, 'sessionId' | 'members'>): Promise<void> {
    await this.app.get(CloseSession).execute(await this.ctx(members[1]!, CLOSED_AT), sessionId);
  }

  async sign({ sessionId }: Pick<Sitting, 'sessionId'>, person: Person): Promise<void> {
    await this.app.get(SignMinutes).execute(await this.ctx(person, SIGNED_AT), sessionId);
  }

  /** Six of nine came: all vote for the first and the third, against the second; the last recuses on the third. */
  async closed(): Promise<Sitting> {
    const sitting = await this.planned(3);
    const present = sitting.members.slice(0, 6);
    await this.open(sitting, present);
    for (const [index, member] of present.entries()) await this.vote(sitting, member, index === 5 ? 'far' : 'faf');
    await this.close(sitting);
    return sitting;
  }

  async results({ sessionId }: Pick<Sitting, 'sessionId'>): Promise<(string | null)[]> {
    const rows = await this.world.rows<{ result: string | null }>(
      'select result from sessions.item where session_id = $1 order by position',
      [sessionId],
    );
    return rows.map(({ result }) => result);
  }

  async states({ proposals }: Pick<Sitting, 'proposals'>): Promise<string[]> {
    const rows = await this.world.rows<{ state: string }>(
      'select state from applications.application where id = any($1) order by register_code',
      [proposals.map(({ id }) => id)],
    );
    return rows.map(({ state }) => state);
  }

  async minutesText({ sessionId }: Pick<Sitting, 'sessionId'>): Promise<string> {
    const [row] = await this.world.rows<{ id: string }>(
      'select minutes_document_id as id from sessions.session where id = $1',
      [sessionId],
    );
    const bytes = await this.app.get(OpenDocument).bytes(await findDocument(this.app.db, row!.id));
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    return text.replace(/\s+/g, ' ');
  }
}

function planOf({ competitionId, organiserId }: Commission, proposals: Submitted[]) {
  const rules = presetRuleSet('1049-2020');
  return {
    ...{ scopeId: competitionId, organiserId, coOrganiserId: null, kind: 'admission' },
    ...{ plannedAt: PLANNED_AT, place: 'зала 12' },
    ...{ bodyName: 'Конкурсна комісія', subject: 'Допуск пропозицій' },
    procedure: {
      quorum: slotValue(rules, 'commissionQuorum'),
      majority: slotValue(rules, 'decisionMajority'),
      chairBreaksTie: slotValue(rules, 'chairBreaksTie'),
    },
    items: proposals.map(({ id, code }) => ({
      ...{ kind: 'admission', subjectId: id, title: `Пропозиція ${code}`, proposal: `Допустити ${code}.` },
      payload: { verdict: 'admit', reason: '' },
    })),
  };
}
