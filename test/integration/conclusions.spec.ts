import {
  ApproveConclusion,
  CheckExpenses,
  DecideReport,
  Findings,
  HearRecipient,
  NoteRefund,
  WriteConclusion,
} from '#libs/monitoring';
import { EraseRehearsal } from '#libs/competitions';
import { startApp, type TestApp } from '../support/app.js';
import { UAH } from '../support/award-scene.js';
import { browserOf, commission, submitted } from '../support/commission.js';
import { MonitoringScenes, PDF } from '../support/monitoring-scene.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: MonitoringScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new MonitoringScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const IN_JANUARY = new Date('2022-01-17T08:00:00Z');
const TEXT = {
  result: 'partly',
  grounds: 'Одну витрату відхилено. Питання: +38 050 123 45 67.',
  recommendation: '',
} as const;

/** A project of 60 000 that was paid whole: 50 000 accepted, 7 000.50 refused, the rest not used. */
async function reported() {
  const { of, ids } = await scenes.running([60_000]);
  const id = ids[0]!;
  const { interim, final } = await scenes.reports(id);
  const [applicant] = of.applicants;
  const [line] = await scenes.lines(id);
  const monitor = await scenes.monitorOf(of);
  await world.rows('update contracts.contract set ordered_kop = sum_kop, paid_kop = sum_kop where id = $1', [id]);
  await scenes.write(applicant!, id, interim);
  const good = await scenes.spend(applicant!, interim, line!, 30_000);
  await scenes.submit(applicant!, interim);
  const check = async (report: string, verdicts: { expenseId: string; isRefused: boolean; reason: string }[]) =>
    app.get(CheckExpenses).execute(await scenes.at(monitor), report, await scenes.versionOf(report), verdicts);
  await expect(
    app.get(DecideReport).accept(await scenes.at(monitor), interim, await scenes.versionOf(interim)),
  ).rejects.toMatchObject({
    code: 'monitoring.expenses-unchecked',
  });
  await check(interim, [{ expenseId: good, isRefused: false, reason: '' }]);
  await app.get(DecideReport).accept(await scenes.at(monitor), interim, await scenes.versionOf(interim));
  await scenes.write(applicant!, id, final);
  const other = (await scenes.lines(id))[1]!;
  const more = await scenes.spend(applicant!, final, other, 20_000);
  const bad = await scenes.spend(applicant!, final, line!, 0, { fundedKop: 7_000_50, purpose: 'Банкет' });
  await world.rows(`insert into monitoring.line_reason (report_id, line_id, reason) values ($1, $2, 'Подорожчання')`, [
    final,
    line,
  ]);
  await scenes.submit(applicant!, final);
  await expect(check(final, [{ expenseId: bad, isRefused: true, reason: '' }])).rejects.toMatchObject({
    fields: [{ field: 'expenses[0][reason]' }],
  });
  await check(final, [
    { expenseId: more, isRefused: false, reason: '' },
    { expenseId: bad, isRefused: true, reason: 'Банкету немає в кошторисі' },
  ]);
  await app.get(DecideReport).accept(await scenes.at(monitor), final, await scenes.versionOf(final));
  return { of, id, applicant: applicant!, monitor, final };
}

describe('the conclusion on a project', () => {
  it('rules 64, 65, 66: refused lines become a sum to return and a measure that rule 8 sees at the next admission', async () => {
    const { of, id, applicant, monitor } = await reported();
    const write = app.get(WriteConclusion);
    const version = () => scenes.conclusionVersion(id);
    const asMonitor = await scenes.at(monitor);
    await expect(write.save(asMonitor, id, 0, { ...TEXT, moneyUse: 'targeted' })).rejects.toMatchObject({
      fields: [{ field: 'moneyUse' }],
    });
    await write.save(asMonitor, id, 0, { ...TEXT, moneyUse: 'untargeted' });
    const findingId = await app
      .get(Findings)
      .warn(asMonitor, id, { what: 'Немає списків', sumKop: null, dueOn: '2021-12-20' });
    await expect(
      app.get(Findings).warn(asMonitor, id, { what: 'Запізно', sumKop: null, dueOn: '2022-01-03' }),
    ).rejects.toMatchObject({ fields: [{ field: 'dueOn', code: 'monitoring.fix-term' }] });
    await expect(write.show(asMonitor, id, await version())).rejects.toMatchObject({ code: 'monitoring.finding-open' });
    await app.get(Findings).answer(await scenes.at(applicant), id, findingId, 'Списки додано.');
    await app.get(Findings).decide(asMonitor, id, findingId, 1, 'close', 'Списки є.');
    await write.show(asMonitor, id, await version());
    const approve = async () => app.get(ApproveConclusion).execute(await scenes.at(of.director), id, await version());
    await expect(approve()).rejects.toMatchObject({ code: 'monitoring.recipient-not-heard' });
    await app.get(HearRecipient).object(await scenes.at(applicant), id, await version(), 'Банкет був потрібен.');
    await expect(approve()).rejects.toMatchObject({ code: 'monitoring.not-now' });
    await write.answer(asMonitor, id, await version(), 'Його немає в кошторисі.');
    const guest = new Visitor(app);
    expect((await guest.get(`/funded/${id}`)).text).toContain('Висновку ще немає.');
    await approve();
    expect(
      await world.rows(
        `select number, untargeted_kop::int as untargeted, unspent_kop::int as unspent from monitoring.conclusion where project_id = $1`,
        [id],
      ),
    ).toEqual([{ number: '1/2021', untargeted: 7_000_50, unspent: 2_999_50 }]);
    const page = await guest.get(`/funded/${id}`);
    for (const said of ['виконано частково', '10 000,00', 'Сквером ходять щодня.']) expect(page.text).toContain(said);
    // rule 55: no payees and no documents.
    for (const secret of ['Деревина', 'Накладна', '050 123', 'Ткач І. І.']) expect(page.text).not.toContain(secret);
    const [paper] = await world.rows<{ paper: string }>(
      'select paper::text as paper from monitoring.conclusion where project_id = $1',
      [id],
    );
    expect(paper!.paper).not.toContain('050 123');
    await app.drain();
    expect(
      await world.rows(
        "select count(*)::int as files from documents.document where owner_kind = 'conclusion' and owner_id = $1",
        [id],
      ),
    ).toEqual([{ files: 1 }]);
    const [brought] = await world.rows<{ id: string }>('select id from registers.import where organiser_id = $1', [
      of.organiserId,
    ]);
    const source = await (await browserOf(app, of.officer)).get(`/registers/imports/${brought!.id}`);
    expect(source.text).toContain('Без файлу: з власного моніторингу');
    expect(source.text).toContain('; Захід впливу, суворіший за попередження; ');
    const file = await app.http.inject({ url: `/funded/${id}/conclusion.pdf` });
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await app.http.inject({ url: `/funded/${id}/conclusion.docx` })).statusCode).toBe(200);
    await ruleEight(of, applicant.personId);
    await moneyBack(of, id);
  });

  async function ruleEight(of: { organiserId: string; officer: Parameters<typeof browserOf>[1] }, personId: string) {
    const next = await commission(world, 9, { budget_year: 2022 });
    await world.rows('update competitions.competition set organiser_id = $2 where id = $1', [
      ...[next.competitionId, of.organiserId],
    ]);
    const proposal = await submitted(world, next.competitionId);
    await world.rows(
      `update applications.application set organisation_id =
         (select scope_id from identity.role_grant where person_id = $2 and role = 'applicant') where id = $1`,
      [proposal.id, personId],
    );
    const officer = await browserOf(app, of.officer);
    const admission = await officer.get(`/organiser/competitions/${next.competitionId}/admission/${proposal.id}`);
    expect(admission.text).toContain('Є порушення із заходом впливу. 02.12.2021: Нецільове використання');
    expect(admission.text).toContain('Джерело: Висновок моніторингу № 1/2021');
  }

  async function moneyBack(of: { officer: Parameters<typeof scenes.at>[0] }, id: string) {
    const note = async (uah: number) =>
      app.get(NoteRefund).execute(await scenes.at(of.officer, IN_JANUARY), id, {
        ...{ amountKop: uah * UAH, paidOn: '2022-01-10', documentNumber: '15' },
      });
    await expect(note(10_001)).rejects.toMatchObject({ fields: [{ field: 'amount' }] });
    await note(4_000);
    await note(6_000);
    expect(
      await world.rows('select returned_kop::int as returned from monitoring.refund where project_id = $1', [id]),
    ).toEqual([{ returned: 10_000 * UAH }]);
  }

  it('rule 64: waits for the final report or the end of its term, and the author does not approve it', async () => {
    const { of, ids } = await scenes.running([60_000]);
    const id = ids[0]!;
    const monitor = await scenes.monitorOf(of);
    const save = async (at?: Date) =>
      app.get(WriteConclusion).save(await scenes.at(monitor, at), id, 0, {
        ...{ result: 'not-done', moneyUse: 'targeted', grounds: 'Звіту немає.', recommendation: '' },
      });
    await expect(save()).rejects.toMatchObject({ code: 'monitoring.final-report-first' });
    // The term of the final report was 10.12.2021.
    await save(IN_JANUARY);
    const { officer } = of;
    for (const path of [`/organiser/projects/${id}`, '/organiser/projects', '/desk'])
      expect((await (await browserOf(app, officer)).get(path)).status).toBe(200);
    expect((await new Visitor(app).get(`/competitions/${of.code}/projects`)).text).toContain('висновку ще немає');
  });

  it('rule 65: what is left unfixed returns, and the money is that of the day of the approval', async () => {
    const { of, id, applicant, monitor } = await reported();
    const write = app.get(WriteConclusion);
    const version = () => scenes.conclusionVersion(id);
    const asMonitor = await scenes.at(monitor, IN_JANUARY);
    const text = { ...TEXT, moneyUse: 'untargeted' } as const;
    const dueOn = '2021-12-20';
    const finding = await app
      .get(Findings)
      .warn(await scenes.at(monitor), id, { what: 'Лави стоять деінде', sumKop: 5_000 * UAH, dueOn });
    await write.save(asMonitor, id, 0, text);
    await expect(write.save(asMonitor, id, 0, text)).rejects.toMatchObject({ code: 'monitoring.conclusion-stale' });
    await app.get(Findings).decide(asMonitor, id, finding, 0, 'leave', 'Не усунуто.');
    await expect(write.show(asMonitor, id, await version())).rejects.toMatchObject({
      code: 'monitoring.settlement-changed',
    });
    await write.save(asMonitor, id, await version(), text);
    await write.show(asMonitor, id, await version());
    await app.get(HearRecipient).agree(await scenes.at(applicant, IN_JANUARY), id, await version());
    const approve = async () =>
      app.get(ApproveConclusion).execute(await scenes.at(of.director, IN_JANUARY), id, await version());
    // One hryvnia less was paid than the recipient was shown.
    await world.rows('update contracts.contract set paid_kop = paid_kop - 100 where id = $1', [id]);
    await expect(approve()).rejects.toMatchObject({ code: 'monitoring.settlement-changed' });
    await write.save(asMonitor, id, await version(), text);
    await write.show(asMonitor, id, await version());
    await app.get(HearRecipient).agree(await scenes.at(applicant, IN_JANUARY), id, await version());
    await approve();
    expect(
      await world.rows(
        `select accepted_kop::int as accepted, untargeted_kop::int as untargeted, unspent_kop::int as unspent
           from monitoring.conclusion where project_id = $1`,
        [id],
      ),
    ).toEqual([{ accepted: 45_000_00, untargeted: 12_000_50, unspent: 2_998_50 }]);
  });

  it('of a rehearsal marks nobody and takes no number', async () => {
    const { of, id, applicant, monitor } = await reported();
    await world.rows('alter table competitions.competition disable trigger user');
    await world.rows('update competitions.competition set is_rehearsal = true where id = $1', [of.id]);
    await world.rows('alter table competitions.competition enable trigger user');
    const version = () => scenes.conclusionVersion(id);
    const asMonitor = await scenes.at(monitor);
    await app.get(WriteConclusion).save(asMonitor, id, 0, { ...TEXT, moneyUse: 'untargeted' });
    await app.get(WriteConclusion).show(asMonitor, id, await version());
    await app.get(HearRecipient).agree(await scenes.at(applicant), id, await version());
    await app.get(ApproveConclusion).execute(await scenes.at(of.director), id, await version());
    expect(await world.rows('select number from monitoring.conclusion where project_id = $1', [id])).toEqual([
      { number: 'НАВЧАЛЬНИЙ-1/2021' },
    ]);
    expect(
      await world.rows("select from registers.entry where organiser_id = $1 and kind = 'offences'", [of.organiserId]),
    ).toEqual([]);
    expect((await app.http.inject({ url: `/funded/${id}` })).statusCode).toBe(404);
    await app.get(EraseRehearsal).execute(await app.ctx(of.officer), of.id);
    await app.drain();
    expect(await world.rows('select from monitoring.project where id = $1', [id])).toEqual([]);
    const letters = `select from notifications.message where path like '%' || $1 || '%'`;
    expect(await world.rows(letters, [id])).toEqual([]);
  });

  it('rule 65: a finding has its own page, and what proves that it is fixed is opened by both sides', async () => {
    const { of, ids } = await scenes.running([60_000]);
    const id = ids[0]!;
    const monitor = await scenes.monitorOf(of);
    const [applicant] = of.applicants;
    const warn = { what: 'Немає списків', sumKop: null, dueOn: '2021-12-20' };
    const findingId = await app.get(Findings).warn(await scenes.at(monitor), id, warn);
    const proof = { name: 'Списки.pdf', content: PDF };
    await app.get(Findings).answer(await scenes.at(applicant!), id, findingId, 'Списки додано.', proof);
    const file = `/projects/${id}/findings/${findingId}/file`;
    for (const [person, path] of [
      [monitor, `/organiser/projects/${id}/findings/${findingId}`],
      [applicant!, `/projects/${id}/findings/${findingId}`],
    ] as const) {
      const browser = await browserOf(app, person);
      const page = await browser.get(path);
      expect([page.status, page.html.includes(file)]).toEqual([200, true]);
      expect((await browser.get(file)).status).toBe(200);
    }
    const stranger = await browserOf(app, (await scenes.running([10_000])).of.applicants[0]!);
    expect((await stranger.get(file)).status).toBe(404);
    const late = app.get(Findings).decide(await scenes.at(monitor), id, findingId, 0, 'close', 'Є.');
    await expect(late).rejects.toMatchObject({ code: 'monitoring.finding-stale' });
  });
});
