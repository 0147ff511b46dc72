import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { bornAt } from '../model/storage-key.js';
import { Storage } from '../storage/storage.js';

/** A transaction that stored a file has long ended by then. */
const AGE_MIN_MS = 24 * 3_600_000;
const PAUSE_MS = 6 * 3_600_000;
const BATCH = 1_000;

/** Removes the bytes whose transaction was rolled back: they belong to no document. */
@Sweep('documents.orphaned-files')
@Injectable()
export class OrphanedFiles implements SweepHandler {
  private readonly log = new Logger('documents');
  private nextAt = 0;

  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  /** Housekeeping by real time: the demo clock need not halt for it. */
  async nextDueAt(): Promise<null> {
    return null;
  }

  async sweep(): Promise<void> {
    if (Date.now() < this.nextAt) return;
    this.nextAt = Date.now() + PAUSE_MS;
    await this.remove(new Date(Date.now() - AGE_MIN_MS));
  }

  /**
   * Removes what was stored before an instant and belongs to no document; returns how many.
   * When that is most of the files, the database is surely not the one these files belong to: nothing is removed.
   */
  async remove(storedBefore: Date): Promise<number> {
    let kept = 0;
    const orphans: string[] = [];
    for await (const keys of inBatches(this.storage.keys(), storedBefore)) {
      const known = await this.known(keys);
      kept += known.size;
      orphans.push(...keys.filter((key) => !known.has(key)));
    }
    if (orphans.length > kept) {
      this.log.warn(
        `${orphans.length} files belong to no document, ${kept} do: another database's folder? Left alone.`,
      );
      return 0;
    }
    for (const key of orphans) await this.storage.remove(key);
    return orphans.length;
  }

  private async known(keys: string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ key: string }>(
      'select storage_key as key from documents.document where storage_key = any($1)',
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }
}

async function* inBatches(keys: AsyncIterable<string>, bornBefore: Date): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const key of keys) {
    if (bornAt(key) < bornBefore) batch.push(key);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
