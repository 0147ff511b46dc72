import type { Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { INSTANCE_COLUMNS, type InstanceRow } from '../queries/plan-desk.js';

/** @throws NotFound also for a due time of another plan */
export async function lockInstance(tx: Tx, planId: string, id: string): Promise<InstanceRow> {
  const instance = await tx.one<InstanceRow>(
    `select ${INSTANCE_COLUMNS} from plan.instance i where i.id = $1 and i.plan_id = $2 for update`,
    [id, planId],
  );
  if (!instance) throw new NotFound();
  return instance;
}

/** A due time under which something was proved or answered is in progress. */
export async function beginInstance(tx: Tx, id: string): Promise<void> {
  await tx.change(
    `update plan.instance set state = 'in-progress', version = version + 1 where id = $1 and state in ('planned', 'open')`,
    [id],
  );
}
