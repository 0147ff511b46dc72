import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { QueueBackend } from '#libs/platform/jobs';
import { migrations } from '#migrations';

const CHECK_TIMEOUT_MS = 2_000;

/** For supervisors: alive, and ready with what is not in order. */
@Controller()
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly queues: QueueBackend,
  ) {}

  @Get('healthz')
  @Public('a supervisor asks whether the process lives')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public('a load balancer asks whether to send requests')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, string>> {
    const checks = await Promise.all([
      check('database', async () => (await this.db.one('select 1 as ok')) !== undefined),
      check('migrations', async () => (await this.appliedMigrations()) === migrations.length),
      check('queue', () => this.queues.isAlive()),
    ]);
    reply.status(checks.every(([, state]) => state === 'ok') ? 200 : 503);
    return Object.fromEntries(checks);
  }

  private async appliedMigrations(): Promise<number> {
    return Number((await this.db.one<{ count: string }>('select count(*) from public.schema_migration'))?.count);
  }
}

async function check(name: string, look: () => Promise<boolean>): Promise<[string, string]> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, CHECK_TIMEOUT_MS, false).unref());
  const ok = await Promise.race([look(), late]).catch(() => false);
  return [name, ok ? 'ok' : 'not in order'];
}
