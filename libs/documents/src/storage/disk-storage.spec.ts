import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DiskStorage } from './disk-storage.js';

const KEY = 'ab/0191e3c8-7a40-7123-8456-0123456789ab';

async function read(storage: DiskStorage, key: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await storage.open(key)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function keysOf(storage: DiskStorage): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage.keys()) keys.push(key);
  return keys;
}

describe('DiskStorage', () => {
  let folder: string;
  let storage: DiskStorage;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'documents-'));
    storage = new DiskStorage(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps a file and tells its size and hash', async () => {
    const content = ['Кошторис', ' проєкту'].map((part) => Buffer.from(part));
    const sha256 = createHash('sha256').update('Кошторис проєкту').digest('hex');
    expect(await storage.put(KEY, Readable.from(content))).toEqual({ size: 31, sha256 });
    expect(await read(storage, KEY)).toBe('Кошторис проєкту');
    expect(await keysOf(storage)).toEqual([KEY]);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it.each([
    ['larger than the limit', Buffer.alloc(1_048_577), { code: 'documents.too-large', data: { maxMb: 1 } }],
    ['empty', Buffer.alloc(0), { code: 'documents.empty' }],
  ])('leaves nothing of a file that is %s', async (_what, content, refusal) => {
    await expect(storage.put(KEY, Readable.from([content]), 1_048_576)).rejects.toMatchObject(refusal);
    expect(await keysOf(storage)).toEqual([]);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('takes a file of exactly the limit', async () => {
    const { size } = await storage.put(KEY, Readable.from([Buffer.alloc(1_048_576)]), 1_048_576);
    expect(size).toBe(1_048_576);
  });

  it('stops reading at the limit', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1_000);
      }
    }
    await expect(storage.put(KEY, endless(), 10_000)).rejects.toMatchObject({ code: 'documents.too-large' });
    expect(sent).toBe(11);
  });

  it('leaves nothing of a file whose sender went away', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('connection reset');
    }
    await expect(storage.put(KEY, broken())).rejects.toThrow('connection reset');
    expect(await keysOf(storage)).toEqual([]);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it.each(['../../etc/passwd', 'ab/../../../etc/passwd', '/etc/passwd', 'ab/', '', 'AB/x', `${KEY}\0`, `${KEY}/..`])(
    'takes no other key: %j',
    async (key) => {
      await expect(storage.put(key, Readable.from([Buffer.from('x')]))).rejects.toThrow('not a storage key');
      await expect(storage.open(key)).rejects.toThrow('not a storage key');
      await expect(storage.remove(key)).rejects.toThrow('not a storage key');
    },
  );

  it('fails at once when the file is not there', async () => {
    await expect(storage.open(KEY)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('removes a file, and again without harm', async () => {
    await storage.put(KEY, Readable.from([Buffer.from('x')]));
    await storage.remove(KEY);
    await storage.remove(KEY);
    expect(await keysOf(storage)).toEqual([]);
  });

  it('clears what a process that died left, but not what is arriving', async () => {
    await storage.put(KEY, Readable.from([Buffer.from('x')]));
    const [old, young] = ['old', 'young'].map((name) => join(folder, 'incoming', name)) as [string, string];
    writeFileSync(old, 'half');
    writeFileSync(young, 'half');
    const longAgo = Date.now() / 1000 - 3_700;
    utimesSync(old, longAgo, longAgo);
    await storage.removeLeftovers();
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
    expect(await read(storage, KEY)).toBe('x');
  });
});
