import {
  CheckIn,
  CloseDecision,
  EnterGuest,
  HoldEvent,
  NoteAttendance,
  ReportEvent,
  WriteMinutes,
  WriteOutcome,
  type EventContent,
  type RegistrationRow,
} from '#libs/events';
import { Config } from '#libs/platform/config';
import { ChaseReports } from '../../libs/events/src/jobs/chase-reports.sweep.js';
import { ForgetGuests } from '../../libs/events/src/jobs/forget-guests.sweep.js';
import { EventsAsEvidence } from '../../libs/events/src/queries/events-as-evidence.js';
import { registrationToken } from '../../libs/events/src/model/registration-token.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { BEFORE, EventScenes, type EventScene } from '../support/event-scene.js';
import { codeOf } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: EventScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new EventScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const DAY = new Date('2030-05-14T08:00:00Z');
const AFTER = new Date('2030-05-18T08:00:00Z');
const SUMMARY = 'Учасники розібрали три справжні відповіді органів влади й написали власні пропозиції. '.repeat(4);
const enter = async (scene: EventScene, fullName: string, organisation: string | null, email: string | null = null) =>
  app.get(EnterGuest).execute(await app.ctx(scene.officer, BEFORE), scene.id, {
    ...{ fullName, email, phone: '0501112233', organisation, position: null, seats: 1, names: null, question: null },
    ...{ accessNeeds: null, isReserved: false, asMedia: false, mayPublishName: false, mayPhotograph: false },
  });
const withGuests = async (count: number, content: Partial<EventContent> = {}) => {
  const scene = await scenes.published({ capacity: 25, ...content });
  const guests: RegistrationRow[] = [];
  for (let n = 0; n < count; n += 1)
    guests.push(await enter(scene, `Учасник ${n}`, `ГО «Спілка ${n % 6}»`, `g${n}-${scene.id}@guest.example`));
  return { scene, guests };
};
const facts = (id: string, name: string) =>
  world.rows<{ particulars: Record<string, unknown> }>(
    `select body::jsonb -> 'particulars' as particulars from facts.fact where subject_id = $1 and name = $2`,
    [id, name],
  );
const onDay = (scene: EventScene) => app.ctx(scene.officer, DAY);

describe('the day of an event', () => {
  it('scenario 2.3: half the people are on paper – 18 by code and 4 typed make 22 people, 22 certificates, organisations counted once', async () => {
    const measureScene = await scenes.draft();
    const measure = await scenes.measure(measureScene.organiserId);
    const { scene, guests } = await withGuests(20, { measureId: measure.id });
    for (const { code } of guests.slice(0, 18))
      await app.get(CheckIn).byCode(await onDay(scene), scene.id, code.toLowerCase());
    const typed = 'Ткач Ірина; ГО «Спілка 1»; 0501112233\nКоваль Петро; ГО «Лан»\nБойко Ніна\nСич Олег; ГО «ЛАН»';
    expect(await app.get(NoteAttendance).names(await onDay(scene), scene.id, typed)).toBe(4);
    const after = await app.ctx(scene.officer, AFTER);
    await app.get(HoldEvent).execute(after, scene.id);
    expect(await codeOf(app.get(ReportEvent).execute(after, scene.id))).toBe('events.outcome-short');
    await app.get(WriteOutcome).execute(after, scene.id, { summary: SUMMARY, nextSteps: null, noDocumentReason: null });
    expect(await codeOf(app.get(ReportEvent).execute(after, scene.id))).toBe('events.no-document');
    await app
      .get(WriteOutcome)
      .execute(after, scene.id, { summary: SUMMARY, nextSteps: null, noDocumentReason: 'Працювали з дошкою' });
    await app.get(ReportEvent).execute(after, scene.id);
    const [fact] = await facts(scene.id, 'events.reported');
    expect(fact!.particulars).toMatchObject({
      ...{ kind: 'training', territory: 'Старобільськ', attended: 22, organisations: 7, measureId: measure.id },
    });
    const [piece] = await app.get(EventsAsEvidence).list(app.db, [measure.id], '2030-05-01', '2030-05-31');
    expect(piece).toMatchObject({ happenedOn: '2030-05-14', figures: { events: 1, attended: 22, organisations: 7 } });
    expect(piece!.words.uk).toContain('прийшло 22 людини');
    const certificates = await world.rows<{ code: string; name: string; id: string }>(
      `select c.code, r.full_name as name, r.id from events.certificate c join events.registration r on r.id = c.registration_id
        where r.event_id = $1 order by r.seq`,
      [scene.id],
    );
    expect(certificates).toHaveLength(22);
    const visitor = new Visitor(app);
    const checked = await visitor.get(`/certificates/${certificates[0]!.code.toLowerCase()}`);
    expect(checked.text).toContain(certificates[0]!.name);
    expect((await visitor.get('/certificates/AAAAAA-AAAAAA')).status).toBe(404);
    const token = registrationToken(certificates[0]!.id, app.get(Config).sessionSecret);
    const pdf = await app.http.inject({ url: `/e/${token}/certificate.pdf` });
    expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect(
      await world.rows(`select distinct state from events.registration where event_id = $1 order by state`, [scene.id]),
    ).toEqual([{ state: 'attended' }, { state: 'no-show' }]);
    await app.drain(['mail']);
    const results = await world.rows(
      `select 1 from notifications.message where template = 'events.results' and to_address like $1`,
      [`%${scene.id}%`],
    );
    expect(results).toHaveLength(20);
    const page = await visitor.get(`/events/${scene.id}`);
    for (const words of ['Підсумки', 'Учасники розібрали']) expect(page.text).toContain(words);
    expect(page.html).not.toContain('Учасник 1');
    expect((await visitor.get(`/plan/${measure.slug}/2020/1.2`)).text).toContain('відбулася, є підсумки');
  });

  it('counts a code, a name on the list and a typed number alike, and takes each back', async () => {
    const { scene, guests } = await withGuests(3);
    const officer = await browserOf(app, scene.officer);
    const path = `/organiser/events/${scene.id}/check-in`;
    expect((await officer.get(`${path}?code=${guests[0]!.code}`)).html).toContain(`value="${guests[0]!.code}"`);
    expect((await officer.post(path, { code: 'НЕМАЄ' })).text).toContain('Учасника з таким кодом немає');
    expect((await officer.post(path, { code: guests[0]!.code })).location).toBe(`${path}?done=code`);
    await officer.post(`/organiser/events/${scene.id}/people/${guests[1]!.id}/presence`, {});
    await officer.post(`/organiser/events/${scene.id}/people/${guests[1]!.id}/absence`, {});
    await officer.post(`/organiser/events/${scene.id}/paper/counts`, {
      onPaper: '40',
      online: '8',
      organisations: '5',
      women: '41',
      men: '5',
      notStated: '2',
    });
    const page = await officer.get(path);
    expect(page.text).toContain('за іменами 1, на папері 40, онлайн 8');
    const sheet = await officer.get(`/organiser/events/${scene.id}/sheet`);
    expect(sheet.text).toContain('Учасник 2');
    expect(sheet.text).toContain('Підпис');
    const stranger = await browserOf(app, (await scenes.draft()).officer);
    expect((await stranger.get(path)).status).toBe(403);
  });

  it('offers no count that nobody has typed, and keeps those that somebody has', async () => {
    const { scene } = await withGuests(1);
    const officer = await browserOf(app, scene.officer);
    const path = `/organiser/events/${scene.id}/check-in`;
    const valueOf = async (name: string) =>
      /value="(\d*)"/.exec(new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec((await officer.get(path)).html)![0])?.[1];
    expect([await valueOf('onPaper'), await valueOf('organisations')]).toEqual(['', '']);
    const counts = { onPaper: 0, online: 7, organisations: 5, women: null, men: null, notStated: null };
    await app.get(NoteAttendance).counts(await onDay(scene), scene.id, counts);
    expect([await valueOf('onPaper'), await valueOf('online'), await valueOf('organisations')]).toEqual([
      '0',
      '7',
      '5',
    ]);
  });

  it('is reported only with somebody counted, 300 characters in plain words, and a document or a reason', async () => {
    const { scene } = await withGuests(0);
    const after = await app.ctx(scene.officer, AFTER);
    expect(
      await codeOf(
        app.get(WriteOutcome).execute(after, scene.id, { summary: 'Так', nextSteps: null, noDocumentReason: null }),
      ),
    ).toBe('events.not-begun');
    await app.get(HoldEvent).execute(after, scene.id);
    expect(await codeOf(app.get(ReportEvent).execute(after, scene.id))).toBe('events.not-counted');
    await app
      .get(NoteAttendance)
      .counts(after, scene.id, { onPaper: 12, online: 0, organisations: 3, women: null, men: null, notStated: null });
    await app
      .get(WriteOutcome)
      .execute(after, scene.id, { summary: SUMMARY, nextSteps: 'Наступний тренінг у червні', noDocumentReason: null });
    const officer = await browserOf(app, scene.officer);
    await officer.get(`/organiser/events/${scene.id}/outcome`);
    const file = [
      '--edge',
      'Content-Disposition: form-data; name="title"',
      '',
      'Презентація',
      '--edge',
      'Content-Disposition: form-data; name="file"; filename="slides.pdf"',
      'Content-Type: application/pdf',
      '',
      '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
      '--edge--',
      '',
    ].join('\r\n');
    const added = await officer.postRaw(
      `/organiser/events/${scene.id}/materials`,
      'multipart/form-data; boundary=edge',
      file,
    );
    expect(added.location).toBe(`/organiser/events/${scene.id}/outcome?done=file`);
    await officer.get(`/organiser/events/${scene.id}/outcome`);
    expect((await officer.post(`/organiser/events/${scene.id}/report`, {})).location).toBe(
      `/organiser/events/${scene.id}?done=report`,
    );
    const page = await new Visitor(app).get(`/events/${scene.id}`);
    expect(page.text).toContain('Презентація');
    const href = /href="(\/events\/[^"]+\/materials\/[^"]+)"/.exec(page.html)![1]!;
    expect((await app.http.inject({ url: href })).statusCode).toBe(200);
    expect(await codeOf(app.get(NoteAttendance).names(after, scene.id, 'Пізній Гість'))).toBe('events.sheet-closed');
  });
});

describe('minutes of a gathering', () => {
  it('lead to decisions with somebody responsible and a date, followed until they are done', async () => {
    const { scene } = await withGuests(1);
    const after = await app.ctx(scene.officer, AFTER);
    await app.get(HoldEvent).execute(after, scene.id);
    const item = {
      heard: 'Про дороги',
      spoke: 'І. Ткач',
      decided: 'Звернутися до дорожньої служби',
      responsible: 'Департамент',
      dueOn: '2030-06-01',
    };
    expect(await codeOf(app.get(WriteMinutes).addItem(after, scene.id, item))).toBe('events.minutes-no-head');
    await app
      .get(WriteMinutes)
      .head(after, scene.id, { number: '3', chair: 'О. Кравець', secretary: 'П. Коваль', present: null });
    expect(await codeOf(app.get(WriteMinutes).publish(after, scene.id))).toBe('events.minutes-empty');
    await app.get(WriteMinutes).addItem(after, scene.id, item);
    const url = `/events/${scene.id}/minutes.pdf`;
    expect((await app.http.inject({ url })).statusCode).toBe(404);
    await app.get(WriteMinutes).publish(after, scene.id);
    expect((await app.http.inject({ url })).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await codeOf(app.get(WriteMinutes).addItem(after, scene.id, item))).toBe('events.minutes-published');
    const [decision] = await world.rows<{ id: string }>('select id from events.decision where event_id = $1', [
      scene.id,
    ]);
    await app.get(CloseDecision).execute(after, scene.id, decision!.id, 'done', 'Лист № 12 від 20.05.2030');
    expect(await codeOf(app.get(CloseDecision).execute(after, scene.id, decision!.id, 'dropped', 'Ні'))).toBe(
      'events.not-now',
    );
    const officer = await browserOf(app, scene.officer);
    expect((await officer.get(`/organiser/events/${scene.id}/minutes`)).text).toContain('Лист № 12');
  });
});

describe('an event without its outcome', () => {
  it('is asked for three and seven working days later, once each, and waits on the desk', async () => {
    const { scene } = await withGuests(0);
    await app.get(HoldEvent).execute(await app.ctx(scene.officer, AFTER), scene.id);
    const sweep = app.get(ChaseReports);
    const pass = async (when: string) => sweep.sweep(await app.ctx(undefined, new Date(when)));
    // 14.05.2030 is a Tuesday: the third working day is Friday, the seventh the Thursday after it.
    for (const when of ['2030-05-17T05:59:00Z', '2030-05-17T06:00:00Z', '2030-05-20T06:00:00Z']) await pass(when);
    const asked = () =>
      world.rows(`select 1 from notifications.message where template = 'events.report-awaited' and to_address = $1`, [
        scene.officer.email,
      ]);
    expect(await asked()).toHaveLength(1);
    await pass('2030-05-23T06:00:00Z');
    expect(await asked()).toHaveLength(2);
    expect((await (await browserOf(app, scene.officer)).get('/desk')).html).toContain(
      `href="/organiser/events/${scene.id}/outcome"`,
    );
  });
});

describe('what guests said of themselves', () => {
  it('is forgotten as promised: needs and answers 90 days after the report, contacts 12 months after the day', async () => {
    const scene = await scenes.published();
    const { id } = await enter(scene, 'Учасниця', null, 'needs@guest.example');
    await world.rows(`update events.registration set access_needs = 'Крісло', question = 'Чому?' where id = $1`, [id]);
    const later = async (day: string) => {
      await app.get(ForgetGuests).sweep(await app.ctx(undefined, new Date(`${day}T12:00:00Z`)));
      const [row] = await world.rows(
        'select access_needs as needs, question, email, phone from events.registration where id = $1',
        [id],
      );
      return row;
    };
    expect(await later('2030-08-11')).toMatchObject({ needs: 'Крісло', question: 'Чому?' });
    expect(await later('2030-08-14')).toMatchObject({ needs: null, question: null, email: 'needs@guest.example' });
    expect(await later('2031-05-13')).toMatchObject({ email: 'needs@guest.example' });
    expect(await later('2031-05-16')).toMatchObject({ email: null, phone: null });
  });
});
