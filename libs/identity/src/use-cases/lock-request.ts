import { demand, type Policy } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { requestById, type AccountRequest, type RequestKind } from '../queries/account-requests.js';

/** For who confirms or refuses it. Who comes second learns who was first. @throws NotFound, Conflict */
export async function lockRequest<Row extends AccountRequest>(
  tx: Tx,
  kind: RequestKind,
  policy: Policy<'see', Row>,
  id: string,
): Promise<Row> {
  await tx.one(`select 1 from ${kind.table} where id = $1 for update`, [id]);
  const request = await requestById<Row>(tx, kind, id);
  if (!request) throw new NotFound();
  if (request.confirmedByName === null) return request;
  demand(policy, 'see', tx.actor, request);
  throw new Conflict('identity.confirmed-already', { name: request.confirmedByName });
}
