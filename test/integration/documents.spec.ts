import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  OpenDocument,
  StoreDocument,
  StoredDocument,
  findDocument,
  removeDocument,
  renderPdf,
  takeNumber,
} from '#libs/documents';
import { newId, type Tx } from '#libs/platform/database';
import { OrphanedFiles } from '../../libs/documents/src/jobs/orphaned-files.sweep.js';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const kept = (): string => join(process.env.DATA_DIR!, 'documents/kept');

/** How many files lie in the storage. */
function filesKept(): number {
  const folders = existsSync(kept()) ? readdirSync(kept()) : [];
  return folders.flatMap((folder) => readdirSync(join(kept(), folder))).length;
}

describe('documents', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await World.open();
  });
  afterAll(async () => {
    await app.close();
    await world.close();
  });

  async function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return app.uow.run(await app.ctx(), work);
  }

  function store(tx: Tx, name: string, content: Buffer, field?: string): Promise<StoredDocument> {
    return app.get(StoreDocument).within(tx, { ownerKind: 'test', ownerId: newId(), name, content, field });
  }

  describe('a file', () => {
    it('is kept with its name, and comes back byte by byte', async () => {
      const content = await renderPdf({ title: 'Розписка', language: 'uk', blocks: [] });
      const stored = await run((tx) => store(tx, 'C:\\Розписка № 7, «остаточна».pdf', content));
      const found = await findDocument(app.db, stored.id);
      expect(found).toEqual(stored);
      expect(found).toMatchObject({
        name: 'Розписка № 7, «остаточна».pdf',
        mediaType: 'application/pdf',
        size: content.length,
      });
      expect((await app.get(OpenDocument).bytes(found)).equals(content)).toBe(true);
    });

    it('notes who stored it and when', async () => {
      const author = await world.person();
      const at = new Date('2020-10-20T09:00:00Z');
      const stored = await app.uow.run(await app.ctx(author, at), (tx) => store(tx, 'фото.png', PNG));
      expect(await findDocument(app.db, stored.id)).toMatchObject({ createdBy: author.personId, createdAt: at });
    });

    it.each([
      ['documents.kind-mismatch', 'фото.jpg', PNG],
      ['documents.kind-not-allowed', 'фото.docm', PNG],
      ['documents.empty', 'лист.pdf', Buffer.alloc(0)],
      ['documents.too-large', 'лист.pdf', Buffer.alloc(50 * 1024 * 1024 + 1)],
      ['documents.name-too-long', `${'ї'.repeat(300)}.pdf`, PNG],
    ])('is refused at its field and leaves nothing: %s', async (code, name, content) => {
      const before = filesKept();
      const refused = run((tx) => store(tx, name, content, 'statute'));
      await expect(refused).rejects.toMatchObject({ code, fields: [{ field: 'statute', code }] });
      expect(filesKept()).toBe(before);
    });

    it('is not found under an id that nobody has', async () => {
      await expect(findDocument(app.db, newId())).rejects.toMatchObject({ kind: 'not-found' });
    });

    it('is erased when its document was removed, not before the commit', async () => {
      const stored = await run((tx) => store(tx, 'фото.png', PNG));
      const before = filesKept();
      await expect(
        run(async (tx) => {
          await removeDocument(tx, stored.id);
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      await app.drain();
      expect(filesKept()).toBe(before);

      await run((tx) => removeDocument(tx, stored.id));
      expect(filesKept()).toBe(before);
      await app.drain();
      expect(filesKept()).toBe(before - 1);
      await expect(findDocument(app.db, stored.id)).rejects.toMatchObject({ kind: 'not-found' });
      await expect(run((tx) => removeDocument(tx, stored.id))).rejects.toMatchObject({ kind: 'not-found' });
    });
  });

  describe('the sweep of orphaned files', () => {
    const soon = (): Date => new Date(Date.now() + 60_000);

    it('removes what a rollback left, once it is old enough, and nothing else', async () => {
      const stored = await run((tx) => store(tx, 'фото.png', PNG));
      const before = filesKept();
      const rolledBack = run(async (tx) => {
        await store(tx, 'фото.png', PNG);
        throw new Error('rolled back');
      });
      await expect(rolledBack).rejects.toThrow('rolled back');
      expect(filesKept()).toBe(before + 1);

      const sweep = app.get(OrphanedFiles);
      expect(await sweep.remove(new Date(Date.now() - 60_000))).toBe(0);
      expect(await sweep.remove(soon())).toBe(1);
      expect(filesKept()).toBe(before);
      expect((await app.get(OpenDocument).bytes(stored)).equals(PNG)).toBe(true);
    });

    it('leaves alone a folder whose files the database hardly knows', async () => {
      await run((tx) => store(tx, 'фото.png', PNG));
      const rows = await world.rows<{ row: Record<string, unknown> }>(
        'delete from documents.document returning to_jsonb(document) as row',
      );
      const before = filesKept();
      expect(await app.get(OrphanedFiles).remove(soon())).toBe(0);
      expect(filesKept()).toBe(before);
      for (const { row } of rows) await world.insert('documents.document', row);
    });
  });

  describe('a number series', () => {
    const year = 2020;
    let organiserId: string;
    beforeAll(async () => void (organiserId = (await world.organiser()).id));

    const take = (series: string, of = organiserId, inYear = year): Promise<number> =>
      run((tx) => takeNumber(tx, { organiserId: of, series, year: inYear }));

    it('counts by organiser, series and year', async () => {
      const other = await world.organiser();
      const taken = [await take('a'), await take('a'), await take('b'), await take('a', other.id)];
      expect([...taken, await take('a', organiserId, 2021), await take('a')]).toEqual([1, 2, 1, 1, 1, 3]);
    });

    it('gives no number twice and none away, with many hands and some of them failing', async () => {
      const takes = Array.from({ length: 40 }, (_, index) =>
        run(async (tx) => {
          const number = await takeNumber(tx, { organiserId, series: 'race', year });
          if (index % 4 === 0) throw new Error('rolled back');
          return number;
        }),
      );
      const outcomes = await Promise.allSettled(takes);
      const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
      expect(await take('race')).toBe(31);
    });

    it('is of an organiser that exists', async () => {
      await expect(take('a', newId())).rejects.toThrow('fk_number_series_organiser');
    });
  });
});
