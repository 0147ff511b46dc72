import type { Reader } from '#libs/platform/database';

const RECENT = 1_000;

export interface OwedWork {
  undone: number;
  dead: number;
  /** Held back by a person: see held-work.ts. */
  held: number;
  /** How long the oldest undone piece is due, in seconds; 0 when none is. */
  oldestSeconds: number;
}

/** How much is owed, and since when. */
export async function owedWork(reader: Reader): Promise<OwedWork> {
  const row = await reader.one<Record<keyof OwedWork, string>>(
    `select count(*) filter (where not dead and due_at < 'infinity') as undone,
            count(*) filter (where dead) as dead,
            count(*) filter (where not dead and due_at = 'infinity') as held,
            coalesce(extract(epoch from clock_timestamp() - min(due_at) filter (where not dead and due_at < 'infinity')), 0)
              as "oldestSeconds"
       from facts.delivery where done_at is null`,
  );
  const { undone, dead, held, oldestSeconds } = row!;
  return {
    undone: Number(undone),
    dead: Number(dead),
    held: Number(held),
    oldestSeconds: Math.max(0, Math.round(Number(oldestSeconds))),
  };
}

export interface RecentWork {
  task: string;
  done: number;
  /** From due to done, in seconds. */
  medianSeconds: number;
  slowestSeconds: number;
}

/** How long the latest pieces of work took from due to done, by task. */
export async function recentWork(reader: Reader): Promise<RecentWork[]> {
  return reader.rows<RecentWork>(
    `select task, count(*)::int as done,
            (percentile_cont(0.5) within group (order by seconds))::float8 as "medianSeconds",
            max(seconds)::float8 as "slowestSeconds"
       from (select task, extract(epoch from done_at - due_at) as seconds
               from (select * from facts.delivery order by id desc limit $1) as latest
              where done_at is not null) as done
      group by task order by task`,
    [RECENT],
  );
}

export interface DeadDelivery {
  id: string;
  task: string;
  attempts: number;
  error: string | null;
  /** Id of the request or job that owes it; null when no fact calls for it. */
  requestId: string | null;
}

/** What was tried to the end and waits for a person, the oldest first. */
export function deadDeliveries(reader: Reader, limit: number): Promise<DeadDelivery[]> {
  return reader.rows<DeadDelivery>(
    `select d.id, d.task, d.attempts, d.error, f.request_id as "requestId"
       from facts.delivery d left join facts.fact f on f.id = d.fact_id
      where d.dead and d.done_at is null order by d.id limit $1`,
    [limit],
  );
}
