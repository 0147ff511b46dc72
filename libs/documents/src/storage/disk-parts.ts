import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileRefused } from '../model/documents.errors.js';

const ID = /^[0-9a-f-]{36}$/;
const MB = 1024 * 1024;

/** Files that arrive in pieces: `parts/<id of the upload>`. */
export class DiskParts {
  constructor(private readonly folder: string) {}

  async size(id: string): Promise<number> {
    try {
      return (await stat(this.pathOf(id))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw error;
    }
  }

  async append(
    id: string,
    content: AsyncIterable<Buffer>,
    { offset, maxBytes }: { offset: number; maxBytes: number },
  ): Promise<number> {
    await mkdir(this.folder, { recursive: true });
    const file = await open(this.pathOf(id), 'a', 0o600);
    try {
      let size = (await file.stat()).size;
      if (size !== offset) throw new Error(`${size} bytes are here, not ${offset}`);
      for await (const chunk of content) {
        size += chunk.length;
        if (size > maxBytes) throw new FileRefused('too-large', { maxMb: Math.floor(maxBytes / MB) });
        await file.appendFile(chunk);
      }
      return size;
    } finally {
      await file.sync();
      await file.close();
    }
  }

  async open(id: string): Promise<Readable> {
    return (await open(this.pathOf(id), 'r')).createReadStream();
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  private pathOf(id: string): string {
    if (!ID.test(id)) throw new Error('not an id of an upload');
    return join(this.folder, id);
  }
}
