import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { storedTotals } from '#libs/documents';
import { failingLetters, letterCounts } from '#libs/notifications';
import { Clock, Hourly } from '#libs/platform/clock';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { lastVerification } from '#libs/platform/facts';
import { deadDeliveries, owedWork } from '#libs/platform/jobs';
import { withoutAddresses } from '#libs/platform/log';
import { migrations } from '#migrations';
import { programVersion } from './program-version.js';

const SHOWN_MAX = 50;
/** Sessions and one-time codes bear this much; deadlines go by the database clock alone. */
const DRIFT_MAX_MS = 2_000;
const FREE_SHARE_MIN = 0.1;
const OVERDUE_SECONDS = 300;

/** How the system is, for the administrator: work, letters, disk, clock, versions, chains. */
@Injectable()
export class SystemState {
  private readonly documents = new Hourly(() => storedTotals(this.db));

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  async read() {
    const [owed, dead] = [await owedWork(this.db), await deadDeliveries(this.db, SHOWN_MAX)];
    const driftMs = await this.clock.driftMs();
    return {
      owed: { ...owed, isLate: owed.oldestSeconds > OVERDUE_SECONDS },
      dead: dead.map((work) => ({ ...work, error: withoutAddresses(work.error ?? '') })),
      letters: await letterCounts(this.db),
      failing: await failingLetters(this.db, SHOWN_MAX),
      disk: await this.disk(),
      driftMs,
      isDrifting: Math.abs(driftMs) > DRIFT_MAX_MS,
      version: programVersion,
      node: process.version,
      migrations: await this.migrations(),
      chains: await lastVerification(this.db),
    };
  }

  private async disk() {
    const { bsize, blocks, bavail } = await statfs(this.config.dataDir);
    const { figure: documents, at: countedAt } = await this.documents.read(new Date());
    return { documents, countedAt, free: bavail * bsize, isLow: bavail < blocks * FREE_SHARE_MIN };
  }

  private async migrations() {
    const applied = await this.db.rows<{ name: string }>('select name from public.schema_migration order by id');
    return { applied: applied.length, known: migrations.length, last: applied.at(-1)?.name ?? '' };
  }
}
