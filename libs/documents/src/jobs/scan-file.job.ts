import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database, UnitOfWork, type Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { PerformsOutside } from '#libs/platform/jobs';
import { fileInfected } from '../model/paper.facts.js';
import { scanWithClamd } from '../scanner/clamd.js';
import { Storage } from '../storage/storage.js';

interface Waiting {
  id: string;
  ownerId: string;
  sha256: string;
  storageKey: string;
}

/** Asks the virus scanner about a file that waits. While the scanner is away the file goes on waiting. */
@Task({ name: 'documents.scan-file', queue: 'documents' })
@Injectable()
export class ScanFile implements PerformsOutside {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
    @Inject(Config) private readonly config: Config,
  ) {}

  async perform(ctx: Context, { subjectId }: Delivery, done: (tx: Tx) => Promise<void>): Promise<void> {
    const file = await this.db.one<Waiting>(
      `select id, owner_id as "ownerId", sha256, storage_key as "storageKey" from documents.document
        where id = $1 and scan = 'waiting'`,
      [subjectId],
    );
    const found = file ? await this.scan(file) : null;
    await this.uow.run(ctx, async (tx) => {
      if (file) await note(tx, file, found);
      await done(tx);
    });
  }

  /** What was found; null = clean, undefined = there is no scanner any more. */
  private async scan({ storageKey }: Waiting): Promise<string | null | undefined> {
    if (this.config.clamavUrl === '') return undefined;
    const content = await this.storage.open(storageKey);
    try {
      return await scanWithClamd(this.config.clamavUrl, content);
    } finally {
      content.destroy();
    }
  }
}

/** The bytes of an infected file are erased; its name and hash stay, so that everybody is told why it is gone. */
async function note(tx: Tx, { id, ownerId, sha256 }: Waiting, found: string | null | undefined): Promise<void> {
  const scan = found === undefined ? 'none' : found === null ? 'clean' : 'infected';
  await tx.change(`update documents.document set scan = $2, scan_found = $3 where id = $1 and scan = 'waiting'`, [
    ...[id, scan, found ?? ''],
  ]);
  if (!found) return;
  tx.deliver('documents.erase-file', id);
  tx.record(fileInfected, { subjectId: ownerId, particulars: { documentId: id, sha256, found } });
}
