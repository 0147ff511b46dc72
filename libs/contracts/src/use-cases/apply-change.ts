import { takeNumber } from '#libs/documents';
import { signingDirector } from '#libs/identity';
import { checksumOf } from '#libs/platform/canonical-json';
import { kyivDay } from '#libs/platform/clock';
import { newId, type Tx } from '#libs/platform/database';
import { Forbidden } from '#libs/platform/errors';
import type { Budget, ChangePart, Time } from '../model/change.js';
import { changePaper } from '../model/change-paper.js';
import type { WholeContract } from '../queries/read-contracts.js';

/** Puts accepted parts into the contract and makes their numbered paper. The total stays as it is (rule 61). */
export async function applyChange(
  tx: Tx,
  { contract, parts }: WholeContract,
  requestId: string,
  kind: 'amendment' | 'notice',
  accepted: readonly ChangePart[],
): Promise<number> {
  const year = Number(contract.signedOn!.slice(0, 4));
  const series = `contracts.${kind}:${contract.id}`;
  const number = await takeNumber(tx, { organiserId: contract.organiserId, series, year });
  const names = await namesOf(tx, contract.organiserId, contract.organisationId);
  const signer = kind === 'amendment' ? await signingDirector(tx, contract.organiserId) : null;
  if (kind === 'amendment' && !signer) throw new Forbidden('contracts.director-only');
  const paper = changePaper({
    ...{ kind, number, at: tx.now, lines: parts.lines, parts: accepted, place: contract.place },
    contract: { number: contract.number!, signedOn: contract.signedOn! },
    organiser: { name: names.organiser, director: signer?.name ?? '', position: signer?.position ?? '' },
    recipient: { name: names.organisation, signer: contract.signerName!, position: contract.signerPosition! },
  });
  for (const part of accepted) await applyPart(tx, contract.id, part);
  await tx.change(
    `insert into contracts.amendment (id, contract_id, request_id, kind, number, made_on, paper, paper_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...[newId(), contract.id, requestId, kind, number, kyivDay(tx.now), JSON.stringify(paper)], checksumOf(paper)],
  );
  return number;
}

/** What is changed in words alone (content, people) stands in the paper. */
async function applyPart(tx: Tx, contractId: string, { kind, after }: ChangePart): Promise<void> {
  if (kind === 'time') {
    const { startsOn, endsOn } = after as Time;
    await tx.change('update contracts.contract set starts_on = $2, ends_on = $3, version = version + 1 where id = $1', [
      contractId,
      startsOn,
      endsOn,
    ]);
  }
  if (kind === 'budget')
    await tx.change(
      `update contracts.budget_line l set funded_kop = r.kop
         from unnest($2::bigint[]) with ordinality as r (kop, position)
        where l.contract_id = $1 and l.position = r.position`,
      [contractId, (after as Budget).fundedKop],
    );
}

async function namesOf(tx: Tx, organiserId: string, organisationId: string) {
  const found = await tx.one<{ organiser: string; organisation: string }>(
    `select (select name from identity.v_organiser where id = $1) as organiser,
            (select name from identity.v_organisation where id = $2) as organisation`,
    [organiserId, organisationId],
  );
  return found!;
}
