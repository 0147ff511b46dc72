import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomUUID } from 'node:crypto';
import { DiskParts } from './disk-parts.js';
import { Measured } from './measured.js';
import { FILE_MAX_BYTES, Storage, type StoredBytes } from './storage.js';

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;
/** No upload takes this long; what is older was left by a process that died. */
const LEFTOVER_AGE_MS = 3_600_000;

/** Files in a folder of the server: `kept/ab/<id>`, `incoming/` while they are written, `parts/` while they arrive. */
export class DiskStorage extends Storage {
  private readonly kept: string;
  private readonly incoming: string;
  private readonly parts: DiskParts;

  constructor(folder: string) {
    super();
    this.kept = join(folder, 'kept');
    this.incoming = join(folder, 'incoming');
    this.parts = new DiskParts(join(folder, 'parts'));
  }

  async put(key: string, content: AsyncIterable<Buffer>, maxBytes = FILE_MAX_BYTES): Promise<StoredBytes> {
    const target = this.pathOf(key);
    const arriving = join(this.incoming, randomUUID());
    const measured = new Measured(maxBytes);
    await Promise.all([this.incoming, dirname(target)].map((folder) => mkdir(folder, { recursive: true })));
    try {
      const file = createWriteStream(arriving, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(measured.pass(content), file);
      await rename(arriving, target);
      await flushFolder(dirname(target));
    } finally {
      await rm(arriving, { force: true });
    }
    return measured.result();
  }

  async open(key: string): Promise<Readable> {
    return (await open(this.pathOf(key), 'r')).createReadStream();
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *keys(): AsyncGenerator<string> {
    for (const folder of await namesIn(this.kept)) {
      for (const name of await namesIn(join(this.kept, folder))) yield `${folder}/${name}`;
    }
  }

  /** Removes what interrupted uploads left behind. Called at start. */
  async removeLeftovers(): Promise<void> {
    for (const name of await namesIn(this.incoming)) {
      const path = join(this.incoming, name);
      const found = await stat(path).catch(() => null); // another process may be clearing too
      if (found && Date.now() - found.mtimeMs > LEFTOVER_AGE_MS) await rm(path, { force: true });
    }
  }

  partSize(id: string): Promise<number> {
    return this.parts.size(id);
  }

  appendPart(
    id: string,
    content: AsyncIterable<Buffer>,
    limits: { offset: number; maxBytes: number },
  ): Promise<number> {
    return this.parts.append(id, content, limits);
  }

  openPart(id: string): Promise<Readable> {
    return this.parts.open(id);
  }

  removePart(id: string): Promise<void> {
    return this.parts.remove(id);
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('not a storage key');
    return join(this.kept, key);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A rename is on the disk only once its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
