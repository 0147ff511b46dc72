import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import type { UploadRow } from '../model/upload.js';
import type { Storage } from '../storage/storage.js';

/** What the tus protocol asks of a store, over our storage: how far a file has come is told by its bytes. */
export class UploadStore extends DataStore {
  override extensions = ['creation', 'termination'];

  constructor(
    private readonly storage: Storage,
    private readonly find: (id: string) => Promise<UploadRow>,
    private readonly drop: (id: string) => Promise<void>,
  ) {
    super();
  }

  /** The row was written before, with everything that may be refused. */
  override async create(upload: Upload): Promise<Upload> {
    return this.getUpload(upload.id);
  }

  override async write(content: Readable, id: string, offset: number): Promise<number> {
    const { size } = await this.find(id);
    return this.storage.appendPart(id, content, { offset, maxBytes: size });
  }

  override async getUpload(id: string): Promise<Upload> {
    const { size, documentId, beganAt } = await this.find(id);
    const offset = documentId === null ? await this.storage.partSize(id) : size;
    return new Upload({ id, size, offset, creation_date: beganAt.toISOString() });
  }

  override async remove(id: string): Promise<void> {
    await this.drop(id);
  }
}
