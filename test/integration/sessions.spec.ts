import { extractText, getDocumentProxy } from 'unpdf';
import { OpenDocument, findDocument } from '#libs/documents';
import {
  CancelSession,
  CastBallots,
  CloseSession,
  NoteAttendance,
  OpenSession,
  PlanSession,
  SignMinutes,
  sessionsOf,
  type CastBallot,
} from '#libs/sessions';
import { presetRuleSet, slotValue } from '#libs/terms';
import { startApp, type TestApp } from '../support/app.js';
import {
  browserOf,
  commission,
  submitted,
  type Commission,
  type Person,
  type Submitted,
} from '../support/commission.js';
import { World } from '../support/world.js';

type Vote = CastBallot['vote'];
const VOTES: Record<string, Vote> = { f: 'for', a: 'against', n: 'abstained', r: 'recused' };
const PLANNED_AT = new Date('2020-11-10T12:00:00Z');

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

interface Sitting extends Commission {
  sessionId: string;
  proposals: Submitted[];
  /** Ids of the agenda items in their order. */
  items: string[];
}

const ctx = (person: Person, at = PLANNED_AT) => app.ctx(person, at);

/** A planned session about the admission of `count` proposals. */
async function sitting(count = 1, people = 9): Promise<Sitting> {
  const scene = await commission(world, people);
  const proposals: Submitted[] = [];
  for (let index = 0; index < count; index += 1) proposals.push(await submitted(world, scene.competitionId));
  const rules = presetRuleSet('1049-2020');
  const sessionId = await app.uow.run(await ctx(scene.officer), (tx) =>
    app.get(PlanSession).within(tx, {
      ...{ scopeId: scene.competitionId, organiserId: scene.organiserId, kind: 'admission' },
      ...{ bodyName: 'Конкурсна комісія', subject: 'Допуск пропозицій', plannedAt: PLANNED_AT, place: 'зала 12' },
      procedure: {
        quorum: slotValue(rules, 'commissionQuorum'),
        majority: slotValue(rules, 'decisionMajority'),
        chairBreaksTie: slotValue(rules, 'chairBreaksTie'),
      },
      items: proposals.map(({ id, code }) => ({
        ...{ kind: 'admission', subjectId: id, title: `Пропозиція ${code}`, proposal: `Допустити ${code}.` },
        payload: { verdict: 'admit', reason: '' },
      })),
    }),
  );
  const items = await world.rows<{ id: string }>(
    'select id from sessions.item where session_id = $1 order by position',
    [sessionId],
  );
  return { ...scene, sessionId, proposals, items: items.map(({ id }) => id) };
}

const open = async ({ sessionId, members }: Sitting, present: Person[]) =>
  app.get(OpenSession).execute(
    await ctx(members[1]!),
    sessionId,
    present.map(({ personId }) => personId),
  );

const vote = async ({ sessionId, items }: Sitting, person: Person, letters: string) =>
  app.get(CastBallots).execute(
    await ctx(person),
    sessionId,
    [...letters].map((letter, index) => ({
      itemId: items[index]!,
      vote: VOTES[letter]!,
      reason: letter === 'r' ? 'спільний проєкт торік' : '',
    })),
  );

const close = async ({ sessionId, members }: Sitting) =>
  app.get(CloseSession).execute(await ctx(members[1]!, new Date('2020-11-10T13:30:00Z')), sessionId);

const sign = async ({ sessionId }: Sitting, person: Person) =>
  app.get(SignMinutes).execute(await ctx(person, new Date('2020-11-10T14:00:05Z')), sessionId);

async function results({ sessionId }: Sitting): Promise<(string | null)[]> {
  const rows = await world.rows<{ result: string | null }>(
    'select result from sessions.item where session_id = $1 order by position',
    [sessionId],
  );
  return rows.map(({ result }) => result);
}

const states = async ({ proposals }: Sitting) => {
  const rows = await world.rows<{ id: string; state: string }>(
    'select id, state from applications.application where id = any($1)',
    [proposals.map(({ id }) => id)],
  );
  return proposals.map(({ id }) => rows.find((row) => row.id === id)!.state);
};

async function minutesText({ sessionId }: Sitting): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    'select minutes_document_id as id from sessions.session where id = $1',
    [sessionId],
  );
  const bytes = await app.get(OpenDocument).bytes(await findDocument(app.db, row!.id));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

describe('quorum (rule 30)', () => {
  it('opens with five of nine, not with four', async () => {
    const session = await sitting();
    await expect(open(session, session.members.slice(0, 4))).rejects.toThrow('sessions.no-quorum');
    await open(session, session.members.slice(0, 5));
    const [row] = await sessionsOf(app.db, session.competitionId, 'admission');
    expect(row).toMatchObject({ number: 1, state: 'open' });
  });

  it('counts only members of the commission as present', async () => {
    const session = await sitting();
    const strangers = (await commission(world, 5)).members;
    await expect(open(session, [...session.members.slice(0, 4), ...strangers])).rejects.toThrow('sessions.no-quorum');
  });

  it('rules 32, 34: a recusal may break the quorum of its item only', async () => {
    const session = await sitting(2);
    const present = session.members.slice(0, 5);
    await open(session, present);
    for (const [index, member] of present.entries()) await vote(session, member, index === 4 ? 'fr' : 'ff');
    await close(session);
    expect(await results(session)).toEqual(['adopted', 'no-quorum']);
  });
});

describe('voting', () => {
  it('lets the vote of the chair break a tie', async () => {
    const session = await sitting(2);
    const present = session.members.slice(0, 6);
    await open(session, present);
    for (const [index, letters] of ['fa', 'fa', 'fa', 'af', 'af', 'af'].entries())
      await vote(session, present[index]!, letters);
    await close(session);
    expect(await results(session)).toEqual(['adopted', 'rejected']);
  });

  it('takes the last of the votes of a person, and waits for everybody', async () => {
    const session = await sitting();
    const present = session.members.slice(0, 5);
    await open(session, present);
    for (const member of present.slice(0, 4)) await vote(session, member, 'a');
    await expect(close(session)).rejects.toThrow('sessions.ballots-missing');
    await vote(session, present[4]!, 'f');
    for (const member of present.slice(0, 3)) await vote(session, member, 'f');
    await close(session);
    expect(await results(session)).toEqual(['adopted']);
    await expect(vote(session, present[0]!, 'a')).rejects.toThrow('sessions.not-now');
  });

  it('refuses who is not in the room, who is not of this commission, and a recusal without a reason', async () => {
    const session = await sitting();
    await open(session, session.members.slice(0, 5));
    await expect(vote(session, session.members[8]!, 'f')).rejects.toThrow('sessions.not-present');
    const stranger = (await commission(world, 1)).members[0]!;
    await expect(vote(session, stranger, 'f')).rejects.toThrow('platform.not-found');
    const bare = [{ itemId: session.items[0]!, vote: 'recused' as const, reason: '' }];
    const act = app.get(CastBallots).execute(await ctx(session.members[0]!), session.sessionId, bare);
    await expect(act).rejects.toMatchObject({
      fields: [{ field: `reasons[${session.items[0]}]`, code: 'sessions.recusal-reason' }],
    });
  });
});

describe('who came late and who left', () => {
  it('does not wait for a member who left; what they had voted stays', async () => {
    const session = await sitting(2);
    const present = session.members.slice(0, 6);
    const [chair, secretary, , , , gone] = present as [Person, Person, Person, Person, Person, Person];
    await open(session, present);
    for (const member of present.slice(0, 5)) await vote(session, member, 'ff');
    await app
      .get(CastBallots)
      .execute(await ctx(gone), session.sessionId, [{ itemId: session.items[0]!, vote: 'against', reason: '' }]);
    await expect(close(session)).rejects.toThrow('sessions.ballots-missing');
    const note = app.get(NoteAttendance);
    const at = new Date('2020-11-10T12:45:00Z');
    await note.execute(await ctx(secretary, at), session.sessionId, gone.personId, 'left');
    await expect(note.execute(await ctx(secretary), session.sessionId, gone.personId, 'left')).rejects.toThrow(
      'sessions.attendance-noted',
    );
    await expect(vote(session, gone, 'ff')).rejects.toThrow('sessions.not-present');
    await close(session);
    await sign(session, chair);
    await sign(session, secretary);
    const text = await minutesText(session);
    expect(text).toContain(`${gone.fullName} – член комісії (на засіданні до 14:45)`);
    expect(text).toContain('за – 5, проти – 1, утрималися – 0');
    expect(text).toContain('за – 5, проти – 0, утрималися – 0');
  });

  it('lets a member who came late vote', async () => {
    const session = await sitting();
    await open(session, session.members.slice(0, 5));
    const late = session.members[6]!;
    const secretary = session.members[1]!;
    await app.get(NoteAttendance).execute(await ctx(secretary), session.sessionId, late.personId, 'came');
    for (const member of [...session.members.slice(0, 5), late]) await vote(session, member, 'f');
    await close(session);
    expect(await results(session)).toEqual(['adopted']);
  });

  it('is noted by the chair and the secretary only', async () => {
    const session = await sitting();
    await open(session, session.members.slice(0, 5));
    const act = app
      .get(NoteAttendance)
      .execute(await ctx(session.members[3]!), session.sessionId, session.members[4]!.personId, 'left');
    await expect(act).rejects.toThrow('sessions.leaders-only');
  });
});

/** Everybody present votes for; one item is voted down, and one member recuses on the last. */
async function closedSession(): Promise<Sitting> {
  const session = await sitting(3);
  const present = session.members.slice(0, 6);
  await open(session, present);
  for (const [index, member] of present.entries()) await vote(session, member, index === 5 ? 'far' : 'faf');
  await close(session);
  return session;
}

describe('minutes (rule 52)', () => {
  it('take effect with two signatures of two people', async () => {
    const session = await closedSession();
    const [chair, secretary] = session.members as [Person, Person];
    await sign(session, secretary);
    await expect(sign(session, secretary)).rejects.toThrow('sessions.already-signed');
    expect(await states(session)).toEqual(['submitted', 'submitted', 'submitted']);
    await expect(sign(session, session.members[2]!)).rejects.toThrow('sessions.leaders-only');
    await sign(session, chair);
    expect(await states(session)).toEqual(['admitted', 'submitted', 'admitted']);
  });

  it('are made once when both sign at the same moment, and every decision is carried out once', async () => {
    const session = await closedSession();
    const [chair, secretary] = session.members as [Person, Person];
    await Promise.all([sign(session, chair), sign(session, secretary)]);
    expect(await states(session)).toEqual(['admitted', 'submitted', 'admitted']);
    const [count] = await world.rows<{ minutes: number; admitted: number; signed: number }>(
      `select (select count(*)::int from documents.document where owner_id = $1) as minutes,
              (select count(*)::int from facts.fact where name = 'applications.admitted' and scope_id = $2) as admitted,
              (select count(*)::int from facts.fact where name = 'sessions.minutes-signed' and subject_id = $1) as signed`,
      [session.sessionId, session.competitionId],
    );
    expect(count).toEqual({ minutes: 1, admitted: 2, signed: 1 });
  });

  it('say what happened', async () => {
    const session = await closedSession();
    const [chair, secretary] = session.members as [Person, Person];
    await sign(session, chair);
    await sign(session, secretary);
    const text = await minutesText(session);
    const said = [
      'Протокол засідання',
      'Конкурсна комісія',
      'Допуск пропозицій',
      '10 листопада 2020 року, 14:00',
      'зала 12',
      'присутні 6 із 9, потрібно щонайменше 5',
      `${chair.fullName} – голова комісії`,
      `${session.members[8]!.fullName} – член комісії`,
      `Допустити ${session.proposals[0]!.code}.`,
      'за – 6, проти – 0, утрималися – 0, не голосували через самовідвід – 0.',
      'за – 0, проти – 6, утрималися – 0, не голосували через самовідвід – 0.',
      'за – 5, проти – 0, утрималися – 0, не голосували через самовідвід – 1.',
      `${session.members[5]!.fullName}: спільний проєкт торік`,
      'Рішення не прийнято',
      'підтверджено в системі',
    ];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });
});

describe('calling off', () => {
  it('frees the agenda and tells the members; not once the session is open', async () => {
    const session = await sitting();
    const cancel = async (person: Person) =>
      app.get(CancelSession).execute(await ctx(person), session.sessionId, 'Хворіє більшість комісії.');
    await expect(cancel(session.members[4]!)).rejects.toThrow('sessions.leaders-only');
    await cancel(session.officer);
    expect((await sessionsOf(app.db, session.competitionId))[0]).toMatchObject({ state: 'cancelled' });
    const letters = await world.rows<{ count: number }>(
      `select count(*)::int as count from notifications.message where template = 'sessions.cancelled' and to_person_id = any($1)`,
      [session.members.map(({ personId }) => personId)],
    );
    expect(letters).toEqual([{ count: 9 }]);
    const another = await sitting();
    await open(another, another.members);
    const act = app.get(CancelSession).execute(await ctx(another.officer), another.sessionId, 'Запізно.');
    await expect(act).rejects.toThrow('sessions.not-now');
  });
});

describe('pages', () => {
  it('are closed to members of another commission, as if there were none', async () => {
    const session = await sitting();
    const stranger = await browserOf(app, (await commission(world, 1)).members[0]!);
    expect((await stranger.get(`/sessions/${session.sessionId}`)).status).toBe(404);
    expect((await stranger.get(`/sessions/${session.sessionId}/minutes`)).status).toBe(404);
    const officer = await browserOf(app, session.officer);
    expect((await officer.get(`/sessions/${session.sessionId}`)).status).toBe(200);
  });

  it('open the session with a quorum, and say why not without one', async () => {
    const session = await sitting();
    const secretary = await browserOf(app, session.members[1]!);
    const path = `/sessions/${session.sessionId}`;
    await secretary.get(path);
    const nobody = await secretary.post(`${path}/opening`, {});
    expect([nobody.status, nobody.text.includes('Кворуму немає')]).toEqual([422, true]);
    const five = Object.fromEntries(
      session.members.slice(0, 5).map(({ personId }, index) => [`present[${index}]`, personId]),
    );
    expect((await secretary.post(`${path}/opening`, five)).status).toBe(303);
    expect((await secretary.get(path)).text).toContain('Триває голосування');
  });

  it('keep everything that was typed when a vote is refused, and take the rest at once', async () => {
    const session = await sitting(3);
    await open(session, session.members.slice(0, 5));
    const member = await browserOf(app, session.members[3]!);
    const path = `/sessions/${session.sessionId}`;
    await member.get(path);
    const [first, second, third] = session.items as [string, string, string];
    const typed = { [`votes[${first}]`]: 'recused', [`votes[${second}]`]: 'against', rest: 'for' };
    const opinion = { [`reasons[${second}]`]: 'Кошторис завищено' };
    const refused = await member.post(`${path}/ballots`, { ...typed, ...opinion });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(`href="#reasons[${first}]"`);
    expect(refused.html).toMatch(new RegExp(`name="votes\\[${first}\\]"[^>]*value="recused" checked`));
    expect(refused.html).toMatch(new RegExp(`name="votes\\[${second}\\]"[^>]*value="against" checked`));
    expect(refused.html).toContain('Кошторис завищено</textarea>');
    expect(refused.html).toContain('<option value="for" selected>');
    const reason = { [`reasons[${first}]`]: 'мій колишній роботодавець' };
    expect((await member.post(`${path}/ballots`, { ...typed, ...opinion, ...reason })).status).toBe(303);
    const ballots = await world.rows<{ item_id: string; vote: string; reason: string }>(
      'select item_id, vote, reason from sessions.ballot where person_id = $1',
      [session.members[3]!.personId],
    );
    expect(new Map(ballots.map((ballot) => [ballot.item_id, `${ballot.vote}: ${ballot.reason}`]))).toEqual(
      new Map([
        [first, 'recused: мій колишній роботодавець'],
        [second, 'against: Кошторис завищено'],
        [third, 'for: '],
      ]),
    );
    expect((await member.get(path)).text).toContain('Ви проголосували з 3 із 3 питань');
  });

  it('take a vote only with the token of the page', async () => {
    const session = await sitting();
    await open(session, session.members.slice(0, 5));
    const member = await browserOf(app, session.members[3]!);
    const blind = await member.post(`/sessions/${session.sessionId}/ballots`, { rest: 'for', _csrf: 'чужий' });
    expect(blind.status).toBe(403);
  });

  it('give the signed minutes as a file', async () => {
    const session = await closedSession();
    const [chair, secretary] = await Promise.all(session.members.slice(0, 2).map((leader) => browserOf(app, leader)));
    const path = `/sessions/${session.sessionId}`;
    for (const leader of [chair!, secretary!]) {
      await leader.get(path);
      expect((await leader.post(`${path}/signature`, {})).status).toBe(303);
    }
    expect((await chair!.get(path)).text).toContain('Протокол № 1 (PDF)');
    expect((await chair!.get(`${path}/minutes`)).html.slice(0, 5)).toBe('%PDF-');
  });
});
