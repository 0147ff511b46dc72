import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { BrokenOffUpload } from '../model/upload.js';
import { Storage } from '../storage/storage.js';
import { openUploads } from './find-upload.js';

/** What a person has begun to send to a target and can go on with, on whatever device: at most UPLOADS_OPEN_MAX. */
@Injectable()
export class BrokenOffUploads {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  async of({ actor }: Context, target: { kind: string; id: string }): Promise<BrokenOffUpload[]> {
    if (actor.personId === null) return [];
    const uploads = await openUploads(this.db, actor.personId, target);
    return Promise.all(uploads.map(async (one) => ({ ...one, arrived: await this.storage.partSize(one.id) })));
  }
}
