import { importUndone, registerImported, UndoImport } from '#libs/registers';
import type { Actor } from '#libs/platform/access';
import { verifyChains } from '#libs/platform/facts';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { AWARDS_HEAD, GRANTS_HEAD, IMPORTED_AT, RegisterScenes } from '../support/register-scenes.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: RegisterScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new RegisterScenes(app, world);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world.close();
  await app.close();
});

const LINE = '32855961;ГО «Сад»;2020;Літня школа;Фонд;1 500,50';
const newOfficer = async () => scenes.officerOf((await world.organiser()).id);
const entriesOf = (officer: Actor) =>
  world.rows<{ title: string; amount: string; importId: string }>(
    `select title, amount_kop::text as amount, import_id as "importId" from registers.v_entry
      where organiser_id = $1 order by title`,
    [officer.grants[0]!.scopeId],
  );
const factsOf = async (id: string) =>
  world.rows<{ name: string; particulars: Record<string, unknown> }>(
    `select name, body::json -> 'particulars' as particulars from facts.fact where subject_id = $1 order by seq`,
    [id],
  );
const undo = async (officer: Actor, id: string, removed: number) =>
  app.get(UndoImport).execute(await app.ctx(officer, IMPORTED_AT), id, { reason: 'Помилка у джерелі', removed });

/** A form with a file, as a browser sends it. */
const multipart = (fields: Record<string, string>, file: { name: string; content: string } | null) => {
  const part = (head: string, body: string) => `--x\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const texts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const upload = file ? part(`name="file"; filename="${file.name}"`, file.content) : '';
  return `${texts.join('')}${upload}--x--\r\n`;
};
const send = async (visitor: Visitor, path: string, ...of: Parameters<typeof multipart>) => {
  await visitor.get(path);
  return visitor.postRaw(path, 'multipart/form-data; boundary=x', multipart(...of));
};

describe('an import', () => {
  it('goes from the template to a preview, and nothing stands before it is confirmed', async () => {
    const officer = await newOfficer();
    const visitor = await browserOf(app, officer);
    expect((await visitor.get('/registers/imports/new')).html).toContain('/registers/imports/new/grants');
    expect((await visitor.get('/registers/templates/grants')).status).toBe(200);
    const path = '/registers/imports/new/grants';
    const source = { organiserId: officer.grants[0]!.scopeId!, sourceTitle: '<b>Лист</b> № 1', sourceOn: '05.10.2020' };
    const failed = await send(visitor, path, { ...source, sourceBy: '' }, null);
    expect(failed.status).toBe(422);
    expect(failed.html).toContain('value="&lt;b&gt;Лист&lt;/b&gt; № 1"');

    const content = [GRANTS_HEAD, LINE, '131587;ГО «Ліс»;2020;Ліс;Фонд;', '32855968;ГО «Яр»;2020;Яр;Фонд;1'].join('\n');
    const sent = await send(visitor, path, { ...source, sourceBy: 'Фонд' }, { name: 'гранти.csv', content });
    expect(sent.location).toMatch(/^\/registers\/imports\/[0-9a-f-]{36}$/);
    expect(await entriesOf(officer)).toEqual([]);
    const preview = await visitor.get(sent.location);
    expect(preview.html).toContain('&lt;b&gt;Лист&lt;/b&gt; № 1');
    expect(preview.text).toContain('A4, «ЄДРПОУ»: контрольна цифра коду 32855968 не збігається.');
    expect(preview.text).toContain('A3, «ЄДРПОУ»: на початку коду бракувало нулів, прочитано як 00131587.');

    const seen = /name="seen" value="(\w+)"/.exec(preview.html)![1]!;
    const done = await visitor.post(`${sent.location}/application`, { seen });
    expect(done.location).toBe(`${sent.location}?done=applied`);
    expect(await entriesOf(officer)).toMatchObject([
      { title: 'Ліс', amount: null },
      { title: 'Літня школа', amount: '150050' },
    ]);
    const id = sent.location.split('/').at(-1)!;
    expect(await factsOf(id)).toMatchObject([{ name: registerImported.name, particulars: { new: 2, refused: 1 } }]);
    expect((await visitor.get(done.location)).text).toContain('Відомості внесено.');
    // A second click finds it done.
    expect((await visitor.post(`${sent.location}/application`, { seen })).status).toBe(422);
  });

  it('says which columns are missing, and keeps what was typed about the source', async () => {
    const officer = await newOfficer();
    const visitor = await browserOf(app, officer);
    const source = {
      organiserId: officer.grants[0]!.scopeId!,
      sourceTitle: 'Лист',
      sourceOn: '05.10.2020',
      sourceBy: 'Фонд',
    };
    const path = '/registers/imports/new/grants';
    const failed = await send(visitor, path, source, { name: 'a.csv', content: 'ЄДРПОУ;Рік\n' });
    expect(failed.status).toBe(422);
    expect(failed.text).toContain('У файлі немає стовпців: «Назва організації», «Назва проєкту», «Хто надав».');
    expect(failed.html).toContain('value="Фонд"');
    const period = { coversFrom: '01.01.2020', coversUntil: '06.10.2020' };
    const later = await send(visitor, path, { ...source, ...period }, { name: 'a.csv', content: GRANTS_HEAD });
    expect(later.text).toContain('Документ не може казати про дні після своєї дати.');
  });

  it('says in words which cell is empty and what stands in one that cannot be read, also of a known organisation', async () => {
    const officer = await newOfficer();
    const visitor = await browserOf(app, officer);
    await world.organisation({ edrpou: '14282829' });
    const earlier = '32855961;ГО «Сад»;2020;Літня школа;Фонд;';
    await scenes.bring(officer, 'grants', [GRANTS_HEAD, earlier]);
    const lines = [LINE, '14282829;;2020;Ліс;Фонд;сто', '3285596X;ГО «Яр»;2020;Яр;Фонд;1'];
    const id = await scenes.take(officer, 'grants', [GRANTS_HEAD, ...lines]);
    const { status, text } = await visitor.get(`/registers/imports/${id}`);
    expect(status).toBe(200);
    expect(text).toContain('Сума, грн: порожньо → 1 500,50.');
    expect(text).toContain('B3, «Назва організації»: порожньо, а має бути заповнено.');
    expect(text).toMatch(/3\s+порожньо/);
    expect(text).toContain('Фонд; не прочитано: «сто»');
    expect(text).toContain('F3, «Сума, грн»: це не сума в гривнях.');
    expect(text).toContain('не прочитано: «3285596X»');
  });

  it('is refused when it would come out otherwise than its preview has shown', async () => {
    const officer = await newOfficer();
    const visitor = await browserOf(app, officer);
    const id = await scenes.take(officer, 'grants', [GRANTS_HEAD, LINE]);
    const { html } = await visitor.get(`/registers/imports/${id}`);
    const seen = /name="seen" value="(\w+)"/.exec(html)![1]!;
    await scenes.bring(officer, 'grants', [GRANTS_HEAD, LINE.replace('1 500,50', '7')]);
    const late = await visitor.post(`/registers/imports/${id}/application`, { seen });
    expect(late.status).toBe(422);
    expect(late.text).toContain('За цей час відомості змінилися.');
    expect(late.text).toContain('Сума, грн: 7,00 → 1 500,50.');
    expect(await entriesOf(officer)).toMatchObject([{ amount: '700' }]);
  });

  it('may be dropped while it is a preview; an applied one is undone', async () => {
    const officer = await newOfficer();
    const visitor = await browserOf(app, officer);
    const id = await scenes.take(officer, 'grants', [GRANTS_HEAD, LINE]);
    await visitor.get(`/registers/imports/${id}`);
    expect((await visitor.post(`/registers/imports/${id}/removal`, {})).location).toBe(
      '/registers/imports?done=dropped',
    );
    expect((await visitor.get(`/registers/imports/${id}`)).status).toBe(404);
    const applied = await scenes.bring(officer, 'grants', [GRANTS_HEAD, LINE]);
    await visitor.get(`/registers/imports/${applied}`);
    expect((await visitor.post(`/registers/imports/${applied}/removal`, {})).status).toBe(422);
  });

  it('belongs to its authority: another one sees nothing, a director reads, an applicant has no door', async () => {
    const officer = await newOfficer();
    const id = await scenes.bring(officer, 'grants', [GRANTS_HEAD, LINE]);
    const stranger = await browserOf(app, await newOfficer());
    for (const path of [`/registers/imports/${id}`, `/registers/imports/${id}/undo`])
      expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get('/registers')).html).not.toContain('Літня школа');
    const director = await browserOf(
      app,
      await world.person([{ role: 'director', scopeKind: 'organiser', scopeId: officer.grants[0]!.scopeId }]),
    );
    expect((await director.get(`/registers/imports/${id}`)).status).toBe(200);
    expect((await director.post(`/registers/imports/${id}/undo`, { reason: 'x', removed: '1' })).status).toBe(403);
    await expect(
      scenes.take(officer, 'grants', [GRANTS_HEAD], { organiserId: (await world.organiser()).id }),
    ).rejects.toThrow('platform.not-found');
  });
});

describe('an import taken back', () => {
  it('goes, and what it had changed stands again', async () => {
    const officer = await newOfficer();
    await scenes.bring(officer, 'grants', [GRANTS_HEAD, LINE]);
    const second = await scenes.bring(officer, 'grants', [
      ...[GRANTS_HEAD, LINE.replace('1 500,50', '7'), LINE.replace('Літня школа', 'Сад')],
    ]);
    expect(await entriesOf(officer)).toMatchObject([{ amount: '700' }, { title: 'Сад' }]);
    const visitor = await browserOf(app, officer);
    const page = await visitor.get(`/registers/imports/${second}/undo`);
    expect(page.text).toContain('2 записи зникнуть');
    expect(page.text).toContain('1 попередній запис стане чинним знову');
    expect((await visitor.post(`/registers/imports/${second}/undo`, { reason: '', removed: '2' })).status).toBe(422);
    await undo(officer, second, 2);
    expect(await entriesOf(officer)).toMatchObject([{ title: 'Літня школа', amount: '150050' }]);
    expect((await factsOf(second)).at(-1)).toMatchObject({
      ...{ name: importUndone.name, particulars: { removed: 2, restored: 1, kept: 0 } },
    });
    await expect(undo(officer, second, 2)).rejects.toThrow('registers.not-now');
  });

  it('leaves what a later import has changed, and names it', async () => {
    const officer = await newOfficer();
    const first = await scenes.bring(officer, 'grants', [GRANTS_HEAD, LINE, LINE.replace('Літня школа', 'Сад')]);
    await scenes.bring(officer, 'grants', [GRANTS_HEAD, LINE.replace('1 500,50', '7')], { sourceTitle: 'Лист № 2' });
    const { text } = await (await browserOf(app, officer)).get(`/registers/imports/${first}/undo`);
    expect(text).toContain('1 запис скасувати не можна');
    expect(text).toContain('Пізніше змінено за джерелом: Лист № 2, 05.10.2020.');
    await expect(undo(officer, first, 2)).rejects.toThrow('registers.preview-changed');
    await undo(officer, first, 1);
    expect(await entriesOf(officer)).toMatchObject([{ title: 'Літня школа', amount: '700' }]);
  });
});

describe('earlier funding', () => {
  it('shows on the public page of an organisation with its source, also of one that is not here', async () => {
    const officer = await newOfficer();
    const lines = ['14282829;ГО «Давня»;2018;Музей, 0671112233;Обласна рада;49 500,50'];
    await scenes.bring(officer, 'awards', [AWARDS_HEAD, ...lines], { sourceTitle: '<i>Рішення</i> ради' });
    const { status, text, html } = await new Visitor(app).get('/organisations/14282829');
    expect(status).toBe(200);
    expect(text).toContain('внесено з: &lt;i&gt;Рішення&lt;/i&gt; ради від 05.10.2020');
    expect(html).not.toContain('0671112233');
    expect((await new Visitor(app).get('/organisations/32855961')).status).toBe(404);
  });
});
