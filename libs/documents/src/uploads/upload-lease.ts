import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lock, RequestRelease } from '@tus/server';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Busy, NotFound } from '#libs/platform/errors';

/** A lease that was not renewed for so long belongs to a process that died. */
const LEASE_MS = 10_000;
const RENEW_MS = 500;
const ASK_AGAIN_MS = 200;
const WAIT_MAX_MS = 20_000;

/**
 * One request writes an upload at a time, whichever process it came to. The lock is a lease in the row, not a lock of a
 * connection: a piece takes as long as the line takes, and connections are few. Who comes later asks for it, and a
 * request whose line is dead gives it up.
 */
export class UploadLease implements Lock {
  private readonly me = randomUUID();
  private renewing: NodeJS.Timeout | undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly ctx: Context,
    private readonly id: string,
  ) {}

  /** @throws NotFound, Busy when the other request does not let go */
  async lock(_signal: AbortSignal, release: RequestRelease): Promise<void> {
    for (const until = Date.now() + WAIT_MAX_MS; !(await this.take()); await pause(ASK_AGAIN_MS))
      if (Date.now() > until) throw new Busy();
    this.renewing = setInterval(() => void this.renew(release), RENEW_MS);
  }

  async unlock(): Promise<void> {
    clearInterval(this.renewing);
    await this.change(
      `update documents.upload set leased_by = null, leased_until = null, is_wanted = false where id = $1 and leased_by = $2`,
      [this.id, this.me],
    );
  }

  private async take(): Promise<boolean> {
    const now = new Date();
    const taken = await this.change(
      `update documents.upload set leased_by = $2, leased_until = $3, is_wanted = false
        where id = $1 and (leased_by is null or leased_until < $4)`,
      [this.id, this.me, new Date(now.getTime() + LEASE_MS), now],
    );
    if (taken > 0) return true;
    const asked = await this.change('update documents.upload set is_wanted = true where id = $1', [this.id]);
    if (asked === 0) throw new NotFound('documents.upload-gone');
    return false;
  }

  private async renew(release: RequestRelease): Promise<void> {
    const kept = await this.change(
      'update documents.upload set leased_until = $3 where id = $1 and leased_by = $2 and not is_wanted',
      [this.id, this.me, new Date(Date.now() + LEASE_MS)],
    ).catch(() => 1); // the database is away for a moment: the lease still runs
    if (kept > 0) return;
    clearInterval(this.renewing);
    await release();
  }

  private change(sql: string, params: unknown[]): Promise<number> {
    return this.uow.run(this.ctx, (tx) => tx.change(sql, params));
  }
}
