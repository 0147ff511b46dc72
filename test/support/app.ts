import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SYSTEM, type Actor, type Context } from '#libs/platform/access';
import { Clock } from '#libs/platform/clock';
import { readConfig } from '#libs/platform/config';
import { Database, UnitOfWork } from '#libs/platform/database';
import { createPortal } from '#libs/platform/http';
import { Drain } from '#libs/platform/jobs';
import { PortalModule } from '../../apps/portal/src/portal.module.js';

type Class<T> = abstract new (...args: never[]) => T;

/** The real portal on the test file's own database; requests go in by `http.inject`. */
export interface TestApp {
  http: NestFastifyApplication;
  db: Database;
  uow: UnitOfWork;
  get<T>(part: Class<T>): T;
  /** A context as a request would have it; `at` moves domain time of this one act. */
  ctx(actor?: Actor, at?: Date): Promise<Context>;
  /** Runs everything that is owed, in this process. */
  /** `leave`: queues whose work stays owed, so that letters still hold their secrets. */
  drain(leave?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export async function startApp(): Promise<TestApp> {
  const http = await createPortal(PortalModule, readConfig());
  await http.getHttpAdapter().getInstance().ready();
  const get = <T>(part: Class<T>): T => http.get(part as never, { strict: false });
  let requests = 0;
  return {
    http,
    get,
    db: get(Database),
    uow: get(UnitOfWork),
    async ctx(actor = SYSTEM, at) {
      const now = at ?? (await get(Clock).domainNow());
      return { actor, now, lang: 'uk', requestId: `test-${(requests += 1)}` };
    },
    drain: (leave) => get(Drain).run(leave),
    close: () => http.close(),
  };
}
