import { Injectable } from '@nestjs/common';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, InvalidInput, invalidField } from '#libs/platform/errors';
import { contractPolicy } from '../access/contract.policy.js';
import type { ChangeKind, ChangePart } from '../model/change.js';
import { changeDecided } from '../model/change.facts.js';
import { contractPaths } from '../paths.js';
import { readChange } from '../queries/changes.js';
import { lockContract, wholeContract } from '../queries/read-contracts.js';
import { applyChange } from './apply-change.js';

export interface PartDecision {
  kind: ChangeKind;
  isAccepted: boolean;
  reason: string;
}

/** The director decides on each part by itself, with a reason; what is accepted becomes a numbered amendment (rule 61). */
@Injectable()
export class DecideChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, requestId: string, decisions: readonly PartDecision[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { contractId } = await readChange(tx, requestId);
      demand(contractPolicy, 'sign', tx.actor, await lockContract(tx, contractId));
      const whole = await wholeContract(tx, contractId);
      const { contract } = whole;
      if (contract.state !== 'in-force' && contract.state !== 'suspended') throw new Conflict('contracts.not-in-force');
      const change = await readChange(tx, requestId);
      if (change.state !== 'asked') throw new Conflict('contracts.change-decided');
      const parts = decided(change.parts, decisions);
      await tx.change(
        `update contracts.change_part p set is_accepted = r."isAccepted", decision_reason = r."decisionReason"
           from jsonb_to_recordset($2) as r (kind text, "isAccepted" boolean, "decisionReason" text)
          where p.request_id = $1 and p.kind = r.kind`,
        [requestId, JSON.stringify(parts)],
      );
      await tx.change(
        `update contracts.change_request set state = 'decided', decided_by = $2, decided_at = $3 where id = $1`,
        [requestId, tx.actor.personId, tx.now],
      );
      const accepted = parts.filter(({ isAccepted }) => isAccepted);
      if (accepted.length > 0) await applyChange(tx, whole, requestId, 'amendment', accepted);
      tx.record(changeDecided, {
        subjectId: contractId,
        scopeId: contract.competitionId,
        particulars: { requestId, accepted: accepted.map(({ kind }) => kind) },
      });
      for (const to of await applicantsOf(tx, contract.organisationId))
        await this.notices.queue(tx, {
          ...{ to, kind: 'decision', organiserId: contract.organiserId, template: 'contracts.change-decided' },
          data: { title: contract.subject, number: contract.number },
          path: contractPaths.change(requestId),
        });
    });
  }
}

/** @throws InvalidInput where a part has no decision, or a decision no reason */
function decided(parts: readonly ChangePart[], decisions: readonly PartDecision[]): ChangePart[] {
  const missing = parts.flatMap(({ kind }, index) => (decisions.some((one) => one.kind === kind) ? [] : [index]));
  if (missing.length > 0)
    throw new InvalidInput(missing.map((index) => ({ field: `parts[${index}][verdict]`, code: 'platform.choose' })));
  const silent = parts.findIndex(({ kind }) => decisions.find((one) => one.kind === kind)?.reason.trim() === '');
  if (silent >= 0) throw invalidField(`parts[${silent}][reason]`, 'contracts.reason-missing');
  return parts.map((part) => {
    const { isAccepted, reason } = decisions.find((one) => one.kind === part.kind)!;
    return { ...part, isAccepted, decisionReason: reason };
  });
}
