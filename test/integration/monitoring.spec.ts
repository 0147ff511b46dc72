import { AskChange, DecideChange } from '#libs/contracts';
import { CheckExpenses, DecideReport, OpenProject, PutExpense, RemindReports, SaveReport } from '#libs/monitoring';
import { UnitOfWork } from '#libs/platform/database';
import { SYSTEM } from '#libs/platform/access';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { IN_DECEMBER, MonitoringScenes, PDF } from '../support/monitoring-scene.js';
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

describe('a funded project', () => {
  it('rule 63: a signed contract opens it once, with the reports that it owes and their terms', async () => {
    const { ids } = await scenes.running([60_000]);
    const again = (ctx: Parameters<UnitOfWork['run']>[0]) =>
      app.get(UnitOfWork).run(ctx, (tx) => app.get(OpenProject).within(tx, ids[0]!));
    await again(await app.ctx(SYSTEM, IN_DECEMBER));
    expect(
      await world.rows(
        'select kind, position, due_on::text as due, state from monitoring.report where project_id = $1 order by position',
        [ids[0]],
      ),
    ).toEqual([
      { kind: 'interim', position: 1, due: expect.stringMatching(/^2021-/), state: 'draft' },
      // Ten days after 30.11.2021.
      { kind: 'final', position: 2, due: '2021-12-10', state: 'draft' },
    ]);
  });

  it('rule 63: is reminded of its report before the term and after it, each time once', async () => {
    const { of, ids } = await scenes.running([60_000]);
    const { final } = await scenes.reports(ids[0]!);
    const [applicant] = of.applicants;
    const letters = async (day: string) => {
      await app.get(RemindReports).sweep(await app.ctx(SYSTEM, new Date(`${day}T08:00:00Z`)));
      const rows = await world.rows<{ template: string }>(
        'select template from notifications.message where to_person_id = $1 and path = $2 order by queued_at, id',
        [applicant!.personId, `/reports/${final}`],
      );
      return rows.map(({ template }) => template);
    };
    // The term is 10.12.2021.
    expect(await letters('2021-12-02')).toEqual([]);
    expect(await app.get(RemindReports).nextDueAt(app.db, new Date('2021-12-10T08:00:00Z'))).not.toBeNull();
    expect(await letters('2021-12-03')).toEqual(['monitoring.soon']);
    expect(await letters('2021-12-05')).toEqual(['monitoring.soon']);
    expect(await letters('2021-12-11')).toEqual(['monitoring.soon', 'monitoring.overdue']);
    expect(await letters('2021-12-11')).toEqual(['monitoring.soon', 'monitoring.overdue']);
  });

  it('rule 63: the term of the final report follows an amended contract', async () => {
    const { of, ids } = await scenes.running([60_000]);
    const [applicant] = of.applicants;
    const time = { startsOn: '2021-03-01', endsOn: '2021-12-20', reason: 'Пізня весна' };
    const asked = { time, content: null, budget: null, people: null };
    await app.get(AskChange).execute(await scenes.at(applicant!), ids[0]!, asked);
    const [request] = await world.rows<{ id: string }>(
      'select id from contracts.change_request where contract_id = $1',
      [ids[0]],
    );
    const yes = [{ kind: 'time' as const, isAccepted: true, reason: 'Так' }];
    await app.get(DecideChange).execute(await scenes.at(of.director), request!.id, yes);
    await app.drain();
    const due = `select due_on::text as due from monitoring.report where project_id = $1 and kind = 'final'`;
    expect(await world.rows(due, [ids[0]])).toEqual([{ due: '2021-12-30' }]);
  });

  it('rule 62: a report is not submitted without its parts, nor an expense taken without its document', async () => {
    const { of, ids } = await scenes.running([60_000]);
    const { interim } = await scenes.reports(ids[0]!);
    const [applicant] = of.applicants;
    const [line] = await scenes.lines(ids[0]!);
    await expect(scenes.submit(applicant!, interim)).rejects.toMatchObject({ code: 'monitoring.report-incomplete' });
    await scenes.write(applicant!, ids[0]!, interim);
    const expense = {
      ...{ lineId: line!, paidOn: '2021-06-15', payee: 'ТОВ', purpose: 'Дошка', documentTitle: 'Накладна № 7' },
      ...{ fundedKop: 36_001_00, ownKop: 0 },
    };
    const add = async (file?: { name: string; content: Buffer }) =>
      app.get(PutExpense).add(await scenes.at(applicant!), interim, expense, file);
    await expect(add()).rejects.toMatchObject({ fields: [{ field: 'file', code: 'monitoring.document-missing' }] });
    await add({ name: 'Накладна.pdf', content: PDF });
    // One hryvnia over the plan of the line.
    await expect(scenes.submit(applicant!, interim)).rejects.toMatchObject({ code: 'monitoring.report-incomplete' });
    await app
      .get(SaveReport)
      .reasons(await scenes.at(applicant!), interim, await scenes.versionOf(interim), [
        { lineId: line!, reason: 'Подорожчала деревина' },
      ]);
    await scenes.submit(applicant!, interim);
    expect(await scenes.stateOf(interim)).toBe('submitted');
  });

  it('rule 69: what was submitted is kept with its checksum, and its documents stay', async () => {
    const { of, ids } = await scenes.running([60_000]);
    const { interim } = await scenes.reports(ids[0]!);
    const [applicant] = of.applicants;
    const [line] = await scenes.lines(ids[0]!);
    await scenes.write(applicant!, ids[0]!, interim);
    const expenseId = await scenes.spend(applicant!, interim, line!, 1000);
    await scenes.submit(applicant!, interim);
    const monitor = await scenes.monitorOf(of);
    await app
      .get(DecideReport)
      .giveBack(await scenes.at(monitor), interim, await scenes.versionOf(interim), 'Накладна нечитна');
    await app.get(PutExpense).remove(await scenes.at(applicant!), interim, expenseId);
    const [kept] = await world.rows<{ sha256: string; documents: string }>(
      `select s.sha256, (select count(*) from documents.document d where d.owner_id = s.report_id)::text as documents
         from monitoring.submission s where s.report_id = $1`,
      [interim],
    );
    expect(kept).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), documents: '1' });
    await expect(world.rows('delete from monitoring.submission where report_id = $1', [interim])).rejects.toThrow(
      'kept',
    );
  });

  it('is accepted in the order of its reports, by whom the authority has for it', async () => {
    const { of, ids } = await scenes.running([60_000, 30_000]);
    const { interim, final } = await scenes.reports(ids[0]!);
    const [applicant, other] = of.applicants;
    const [line] = await scenes.lines(ids[0]!);
    const monitor = await scenes.monitorOf(of);
    for (const report of [interim, final]) {
      await scenes.write(applicant!, ids[0]!, report);
      const expenseId = await scenes.spend(applicant!, report, line!, 1000);
      await scenes.submit(applicant!, report);
      const taken = [{ expenseId, isRefused: false, reason: '' }];
      await app.get(CheckExpenses).execute(await scenes.at(monitor), report, await scenes.versionOf(report), taken);
    }
    const accept = async (report: string) =>
      app.get(DecideReport).accept(await scenes.at(monitor), report, await scenes.versionOf(report));
    await expect(accept(final)).rejects.toMatchObject({ code: 'monitoring.earlier-report-open' });
    await accept(interim);
    await accept(final);
    const stranger = await browserOf(app, other!);
    for (const path of [`/reports/${final}`, `/projects/${ids[0]}`, `/reports/${final}/story`])
      expect((await stranger.get(path)).status).toBe(404);
    const own = await browserOf(app, applicant!);
    expect((await own.get(`/reports/${final}`)).text).toContain('Сквером ходять щодня.');
  });

  it('has a risk that explains itself, from what is known', async () => {
    const { of, ids } = await scenes.running([60_000, 10_000]);
    const officer = await browserOf(app, of.officer);
    const list = await officer.get('/organiser/projects?as=csv');
    // 60 000 is well above the average of 35 000; nobody has had a project before.
    expect(list.html).toContain('сума значно більша за середню; перший проєкт організації');
    await world.rows("update monitoring.report set due_on = '2020-01-01' where project_id = $1", [ids[1]]);
    await world.rows("update contracts.contract set state = 'suspended' where id = $1", [ids[1]]);
    expect((await officer.get('/organiser/projects?risk=high')).text).toContain(
      'звіт прострочено; договір зупинено; перший проєкт організації',
    );
  });

  it('opens to its recipient page by page, and comes back with what was typed', async () => {
    const { of, ids } = await scenes.running([60_000]);
    const { interim } = await scenes.reports(ids[0]!);
    const own = await browserOf(app, of.applicants[0]!);
    for (const path of ['/projects', `/projects/${ids[0]}`, `/reports/${interim}`, `/reports/${interim}/expenses/new`])
      expect((await own.get(path)).status).toBe(200);
    for (const part of ['story', 'indicators', 'reach', 'money'])
      expect((await own.get(`/reports/${interim}/${part}`)).status).toBe(200);
    const failed = await own.post(`/reports/${interim}/reach`, {
      version: '0',
      'reach[0][groupName]': 'молодь',
      'reach[0][district]': 'Попаснянський район',
      'reach[0][people]': '5',
      'reach[0][women]': '6',
    });
    expect(failed.status).toBe(422);
    expect(failed.text).toContain('Жінок не може бути більше');
    expect(failed.html).toContain('Попаснянський район');
    const officer = await browserOf(app, of.officer);
    expect((await officer.get(`/organiser/projects/${ids[0]}`)).status).toBe(200);
    expect((await officer.get(`/reports/${interim}`)).status).toBe(404);
  });
});
