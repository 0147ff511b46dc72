import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { letterCounts } from '#libs/notifications';
import { Database } from '#libs/platform/database';
import { owedWork, recentWork } from '#libs/platform/jobs';
import type { Metric } from './exposition.js';
import { programVersion } from './program-version.js';
import { RequestCounts } from './request-counts.js';

type Pool = { totalCount: number; idleCount: number; waitingCount: number };

/** What /metrics tells. Work is measured in the database, so that one portal speaks for all workers. */
@Injectable()
export class MeasureSystem {
  constructor(
    private readonly db: Database,
    private readonly source: DataSource,
    private readonly counts: RequestCounts,
  ) {}

  /** A database that is away is a measurement too. */
  async execute(): Promise<Metric[]> {
    const work = await this.work().catch(() => null);
    return [
      gauge('build', 'Version of the program.', 1, { version: programVersion, node: process.version }),
      gauge('database_up', '1 when the database answers.', work ? 1 : 0),
      ...(work ?? []),
      ...this.pool(),
      ...this.requests(),
      gauge('memory_bytes', 'Resident memory of this process.', process.memoryUsage.rss()),
      gauge('uptime_seconds', 'Since the start of this process.', Math.round(process.uptime())),
    ];
  }

  private async work(): Promise<Metric[]> {
    const [owed, letters, recent] = [await owedWork(this.db), await letterCounts(this.db), await recentWork(this.db)];
    const byTask = (value: (work: (typeof recent)[number]) => number) =>
      recent.map((work) => ({ labels: { task: work.task }, value: value(work) }));
    return [
      gauge('work_oldest_seconds', 'How long the oldest undone piece of work is due.', owed.oldestSeconds),
      gauge('work_undone', 'Pieces of work that are owed.', owed.undone),
      gauge('work_dead', 'Pieces of work that were tried to the end and wait for a person.', owed.dead),
      gauge('work_held', 'Pieces of work that a person holds back.', owed.held),
      gauge('letters_queued', 'Letters not sent yet.', letters.queued),
      gauge('letters_failing', 'Letters not sent yet that were refused at least once.', letters.failing),
      gauge('letters_failed', 'Letters given up after all tries.', letters.failed),
      gauge('letters_refused', 'Letters that the mail server of the addressee refused for good.', letters.refused),
      {
        ...{ name: 'work_median_seconds', type: 'gauge', help: 'From due to done, median of the latest by task.' },
        samples: byTask((work) => work.medianSeconds),
      },
      {
        ...{ name: 'work_slowest_seconds', type: 'gauge', help: 'From due to done, slowest of the latest by task.' },
        samples: byTask((work) => work.slowestSeconds),
      },
    ];
  }

  private pool(): Metric[] {
    const { totalCount, idleCount, waitingCount } = (this.source.driver as unknown as { master: Pool }).master;
    return [
      gauge('pool_connections', 'Open connections of this process.', totalCount),
      gauge('pool_idle', 'Of these, idle.', idleCount),
      gauge('pool_waiting', 'Requests that wait for a connection.', waitingCount),
    ];
  }

  private requests(): Metric[] {
    const all = this.counts.all();
    const labels = (one: (typeof all)[number]) => ({ method: one.method, route: one.route, status: one.statusClass });
    return [
      {
        ...{ name: 'requests_total', type: 'counter', help: 'Requests answered by this process.' },
        samples: all.map((one) => ({ labels: labels(one), value: one.count })),
      },
      {
        ...{ name: 'request_seconds_total', type: 'counter', help: 'Time spent on them.' },
        samples: all.map((one) => ({ labels: labels(one), value: Number(one.seconds.toFixed(3)) })),
      },
    ];
  }
}

function gauge(name: string, help: string, value: number, labels?: Record<string, string>): Metric {
  return { name, help, type: 'gauge', samples: [{ labels, value }] };
}
