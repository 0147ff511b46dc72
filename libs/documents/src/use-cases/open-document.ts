import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { StoredDocument } from '../model/document.entity.js';
import { Storage } from '../storage/storage.js';

/**
 * The bytes of a document, for a download or an attachment. Nothing is checked here:
 * the caller has found the document (`findDocument`) and its owner's policy has allowed it.
 */
@Injectable()
export class OpenDocument {
  constructor(private readonly storage: Storage) {}

  execute(document: Pick<StoredDocument, 'storageKey'>): Promise<Readable> {
    return this.storage.open(document.storageKey);
  }

  /** The whole content in memory: a file is at most FILE_MAX_BYTES. */
  async bytes(document: Pick<StoredDocument, 'storageKey'>): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.execute(document)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}
