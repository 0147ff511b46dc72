import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import type { Ports } from '#libs/platform/ports';
import type { ContractRow } from '../model/contract.js';
import { sameProjectHolds } from './same-project.js';
import { ContractHolds, type ContractHold } from '../ports/contract-holds.port.js';

/** What the rules and upper libs have against the signature of these contracts of one competition, by the application. */
export async function signingHolds(
  reader: Reader,
  ports: Ports,
  ctx: Context,
  contracts: readonly Pick<ContractRow, 'id' | 'competitionId' | 'applicationId'>[],
): Promise<Map<string, ContractHold[]>> {
  const found = new Map<string, ContractHold[]>();
  if (contracts.length === 0) return found;
  const ids = contracts.map(({ applicationId }) => applicationId);
  const own = contracts.map(({ id }) => id);
  const holds = await sameProjectHolds(reader, ctx.lang, own);
  for (const port of ports.all(ContractHolds))
    holds.push(...(await port.holds(reader, contracts[0]!.competitionId, ids, ctx)));
  for (const hold of holds) found.set(hold.applicationId, [...(found.get(hold.applicationId) ?? []), hold]);
  return found;
}
