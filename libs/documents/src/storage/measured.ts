import { createHash } from 'node:crypto';
import { FileRefused } from '../model/documents.errors.js';
import type { StoredBytes } from './storage.js';

const MB = 1024 * 1024;

/** Counts and hashes bytes on their way to a storage, and stops them at the limit. */
export class Measured {
  private readonly hash = createHash('sha256');
  private size = 0;

  constructor(private readonly maxBytes: number) {}

  async *pass(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      this.size += chunk.length;
      if (this.size > this.maxBytes) throw new FileRefused('too-large', { maxMb: Math.floor(this.maxBytes / MB) });
      this.hash.update(chunk);
      yield chunk;
    }
    if (this.size === 0) throw new FileRefused('empty');
  }

  /** Once everything has passed. */
  result(): StoredBytes {
    return { size: this.size, sha256: this.hash.digest('hex') };
  }
}
