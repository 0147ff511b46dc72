import { strFromU8, unzipSync } from 'fflate';
import { CancelSession, CastBallots, NoteAttendance, sessionsOf } from '#libs/sessions';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, commission, type Person } from '../support/commission.js';
import { Sittings } from '../support/sittings.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let sittings: Sittings;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  sittings = new Sittings(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

describe('quorum (rule 30)', () => {
  it('opens with five of nine, not with four', async () => {
    const session = await sittings.planned();
    await expect(sittings.open(session, session.members.slice(0, 4))).rejects.toThrow('sessions.no-quorum');
    await sittings.open(session, session.members.slice(0, 5));
    const [row] = await sessionsOf(app.db, session.competitionId, 'admission');
    expect(row).toMatchObject({ number: 1, state: 'open' });
  });

  it('counts only members of the commission as present', async () => {
    const session = await sittings.planned();
    const strangers = (await commission(world, 5)).members;
    await expect(sittings.open(session, [...session.members.slice(0, 4), ...strangers])).rejects.toThrow(
      'sessions.no-quorum',
    );
  });

  it('rules 32, 34: a recusal may break the quorum of its item only', async () => {
    const session = await sittings.planned(2);
    const present = session.members.slice(0, 5);
    await sittings.open(session, present);
    for (const [index, member] of present.entries()) await sittings.vote(session, member, index === 4 ? 'fr' : 'ff');
    await sittings.close(session);
    expect(await sittings.results(session)).toEqual(['adopted', 'no-quorum']);
  });
});

describe('voting', () => {
  it('lets the vote of the chair break a tie', async () => {
    const session = await sittings.planned(2);
    const present = session.members.slice(0, 6);
    await sittings.open(session, present);
    for (const [index, letters] of ['fa', 'fa', 'fa', 'af', 'af', 'af'].entries())
      await sittings.vote(session, present[index]!, letters);
    await sittings.close(session);
    expect(await sittings.results(session)).toEqual(['adopted', 'rejected']);
  });

  it('takes the last of the votes of a person, and waits for everybody', async () => {
    const session = await sittings.planned();
    const present = session.members.slice(0, 5);
    await sittings.open(session, present);
    for (const member of present.slice(0, 4)) await sittings.vote(session, member, 'a');
    await expect(sittings.close(session)).rejects.toThrow('sessions.ballots-missing');
    await sittings.vote(session, present[4]!, 'f');
    for (const member of present.slice(0, 3)) await sittings.vote(session, member, 'f');
    await sittings.close(session);
    expect(await sittings.results(session)).toEqual(['adopted']);
    await expect(sittings.vote(session, present[0]!, 'a')).rejects.toThrow('sessions.not-now');
  });

  it('refuses who is not in the room, who is not of this commission, and a recusal without a reason', async () => {
    const session = await sittings.planned();
    await sittings.open(session, session.members.slice(0, 5));
    await expect(sittings.vote(session, session.members[8]!, 'f')).rejects.toThrow('sessions.not-present');
    const stranger = (await commission(world, 1)).members[0]!;
    await expect(sittings.vote(session, stranger, 'f')).rejects.toThrow('platform.not-found');
    const bare = [{ itemId: session.items[0]!, vote: 'recused' as const, reason: '' }];
    const act = app.get(CastBallots).execute(await sittings.ctx(session.members[0]!), session.sessionId, bare);
    await expect(act).rejects.toMatchObject({
      fields: [
        { field: `reasons[${session.items[0]}]`, code: 'sessions.recusal-reason', data: { number: 1, max: 1_000 } },
      ],
    });
  });
});

describe('who came late and who left', () => {
  it('does not wait for a member who left; what they had voted stays', async () => {
    const session = await sittings.planned(2);
    const present = session.members.slice(0, 6);
    const [chair, secretary, , , , gone] = present as [Person, Person, Person, Person, Person, Person];
    await sittings.open(session, present);
    for (const member of present.slice(0, 5)) await sittings.vote(session, member, 'ff');
    await app
      .get(CastBallots)
      .execute(await sittings.ctx(gone), session.sessionId, [
        { itemId: session.items[0]!, vote: 'against', reason: '' },
      ]);
    await expect(sittings.close(session)).rejects.toThrow('sessions.ballots-missing');
    const note = app.get(NoteAttendance);
    const at = new Date('2020-11-10T12:45:00Z');
    await note.execute(await sittings.ctx(secretary, at), session.sessionId, gone.personId, 'left');
    await expect(note.execute(await sittings.ctx(secretary), session.sessionId, gone.personId, 'left')).rejects.toThrow(
      'sessions.attendance-noted',
    );
    await expect(sittings.vote(session, gone, 'ff')).rejects.toThrow('sessions.not-present');
    await sittings.close(session);
    await sittings.sign(session, chair);
    await sittings.sign(session, secretary);
    const text = await sittings.minutesText(session);
    expect(text).toContain(`${gone.fullName} – член комісії (на засіданні до 14:45)`);
    expect(text).toContain('за – 5, проти – 1, утрималися – 0');
    expect(text).toContain('за – 5, проти – 0, утрималися – 0');
  });

  it('lets a member who came late vote', async () => {
    const session = await sittings.planned();
    await sittings.open(session, session.members.slice(0, 5));
    const late = session.members[6]!;
    const secretary = session.members[1]!;
    await app.get(NoteAttendance).execute(await sittings.ctx(secretary), session.sessionId, late.personId, 'came');
    for (const member of [...session.members.slice(0, 5), late]) await sittings.vote(session, member, 'f');
    await sittings.close(session);
    expect(await sittings.results(session)).toEqual(['adopted']);
  });

  it('is noted by the chair and the secretary only', async () => {
    const session = await sittings.planned();
    await sittings.open(session, session.members.slice(0, 5));
    const act = app
      .get(NoteAttendance)
      .execute(await sittings.ctx(session.members[3]!), session.sessionId, session.members[4]!.personId, 'left');
    await expect(act).rejects.toThrow('sessions.leaders-only');
  });
});

describe('minutes (rule 52)', () => {
  it('take effect with two signatures of two people', async () => {
    const session = await sittings.closed();
    const [chair, secretary] = session.members as [Person, Person];
    await sittings.sign(session, secretary);
    await expect(sittings.sign(session, secretary)).rejects.toThrow('sessions.already-signed');
    expect(await sittings.states(session)).toEqual(['submitted', 'submitted', 'submitted']);
    await expect(sittings.sign(session, session.members[2]!)).rejects.toThrow('sessions.leaders-only');
    await sittings.sign(session, chair);
    expect(await sittings.states(session)).toEqual(['admitted', 'submitted', 'admitted']);
  });

  it('are made once when both sign at the same moment, and every decision is carried out once', async () => {
    const session = await sittings.closed();
    const [chair, secretary] = session.members as [Person, Person];
    await Promise.all([sittings.sign(session, chair), sittings.sign(session, secretary)]);
    expect(await sittings.states(session)).toEqual(['admitted', 'submitted', 'admitted']);
    const [count] = await world.rows<{ minutes: number; admitted: number; signed: number }>(
      `select (select count(*)::int from documents.document where owner_id = $1) as minutes,
              (select count(*)::int from facts.fact where name = 'applications.admitted' and scope_id = $2) as admitted,
              (select count(*)::int from facts.fact where name = 'sessions.minutes-signed' and subject_id = $1) as signed`,
      [session.sessionId, session.competitionId],
    );
    expect(count).toEqual({ minutes: 1, admitted: 2, signed: 1 });
  });

  it('say what happened', async () => {
    const session = await sittings.closed();
    const [chair, secretary] = session.members as [Person, Person];
    await sittings.sign(session, chair);
    await sittings.sign(session, secretary);
    const text = await sittings.minutesText(session);
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
      'Рішення прийнято. Допустити',
      'Рішення не прийнято',
      'підтверджено в системі',
    ];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
    const word = await docxText(session, session.members[4]!);
    expect(said.filter((words) => !word.includes(words))).toEqual([]);
  });

  it('are closed to others as a document for Word too, and there is none before they are signed', async () => {
    const session = await sittings.closed();
    const path = `/sessions/${session.sessionId}/minutes/docx`;
    expect((await (await browserOf(app, session.members[0]!)).get(path)).status).toBe(404);
    await sittings.sign(session, session.members[0]!);
    await sittings.sign(session, session.members[1]!);
    const stranger = (await commission(world, 1)).members[0]!;
    expect((await (await browserOf(app, stranger)).get(path)).status).toBe(404);
    expect((await (await browserOf(app, session.officer)).get(path)).status).toBe(200);
  });
});

/** The words of the minutes as a document for Word. */
async function docxText({ sessionId }: { sessionId: string }, reader: Person): Promise<string> {
  const { session } = await browserOf(app, reader);
  const request = { url: `/sessions/${sessionId}/minutes/docx`, headers: { cookie: `sp_session=${session}` } };
  const xml = strFromU8(unzipSync((await app.http.inject(request)).rawPayload)['word/document.xml']!);
  return xml.replace(/<[^>]+>/g, '\n').replace(/\s+/g, ' ');
}

describe('calling off', () => {
  it('frees the agenda and tells the members; not once the session is open', async () => {
    const session = await sittings.planned();
    const cancel = async (person: Person) =>
      app.get(CancelSession).execute(await sittings.ctx(person), session.sessionId, 'Хворіє більшість комісії.');
    await expect(cancel(session.members[4]!)).rejects.toThrow('sessions.leaders-only');
    await cancel(session.officer);
    expect((await sessionsOf(app.db, session.competitionId))[0]).toMatchObject({ state: 'cancelled' });
    const letters = await world.rows<{ count: number }>(
      `select count(*)::int as count from notifications.message where template = 'sessions.cancelled' and to_person_id = any($1)`,
      [session.members.map(({ personId }) => personId)],
    );
    expect(letters).toEqual([{ count: 9 }]);
    const another = await sittings.planned();
    await sittings.open(another, another.members);
    const act = app.get(CancelSession).execute(await sittings.ctx(another.officer), another.sessionId, 'Запізно.');
    await expect(act).rejects.toThrow('sessions.not-now');
  });
});

describe('pages', () => {
  it('are closed to members of another commission, as if there were none', async () => {
    const session = await sittings.planned();
    const stranger = await browserOf(app, (await commission(world, 1)).members[0]!);
    expect((await stranger.get(`/sessions/${session.sessionId}`)).status).toBe(404);
    expect((await stranger.get(`/sessions/${session.sessionId}/minutes`)).status).toBe(404);
    const officer = await browserOf(app, session.officer);
    expect((await officer.get(`/sessions/${session.sessionId}`)).status).toBe(200);
  });

  it('open the session with a quorum, and say why not without one', async () => {
    const session = await sittings.planned();
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
    const session = await sittings.planned(3);
    await sittings.open(session, session.members.slice(0, 5));
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
    expect((await member.get(path)).text).toContain('Подано голосів: 3 із 3');
  });

  it('take a vote only with the token of the page', async () => {
    const session = await sittings.planned();
    await sittings.open(session, session.members.slice(0, 5));
    const member = await browserOf(app, session.members[3]!);
    const blind = await member.post(`/sessions/${session.sessionId}/ballots`, { rest: 'for', _csrf: 'чужий' });
    expect(blind.status).toBe(403);
  });

  it('give the signed minutes as a file', async () => {
    const session = await sittings.closed();
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
