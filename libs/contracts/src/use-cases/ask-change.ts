import { Injectable } from '@nestjs/common';
import { slotOf, competitionById } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, type FieldError } from '#libs/platform/errors';
import { contractPolicy } from '../access/contract.policy.js';
import { budgetProblems, isNotice, type AskedPart, type ChangePart, type Time } from '../model/change.js';
import { changeAsked, changeDecided, changeWithdrawn } from '../model/change.facts.js';
import { readChange } from '../queries/changes.js';
import { lockContract, wholeContract, type WholeContract } from '../queries/read-contracts.js';
import { applyChange } from './apply-change.js';

constraintMeans('uq_change_request_open', '', 'contracts.change-open');

export interface AskedChange {
  time: (Time & { reason: string }) | null;
  content: { text: string; was: string; reason: string } | null;
  budget: { fundedKop: number[]; reason: string } | null;
  people: { text: string; was: string; reason: string } | null;
}

/** The organisation asks to change its contract, in parts; moves of money inside the limit are only noted (rule 61). */
@Injectable()
export class AskChange {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns whether it took effect at once, as a notice */
  execute(ctx: Context, contractId: string, asked: AskedChange): Promise<boolean> {
    return this.uow.run(ctx, async (tx) => {
      const locked = await lockContract(tx, contractId);
      demand(contractPolicy, 'answer', tx.actor, locked);
      if (locked.state !== 'in-force' && locked.state !== 'suspended') throw new Conflict('contracts.not-in-force');
      const whole = await wholeContract(tx, contractId);
      const competition = await competitionById(tx, locked.competitionId);
      const parts = partsOf(whole, asked);
      const problems = problemsOf(parts, competition.budgetYear!);
      if (problems.length > 0) throw new InvalidInput(problems);
      const id = await this.keep(tx, contractId, parts);
      const fact = { subjectId: contractId, scopeId: locked.competitionId };
      tx.record(changeAsked, { ...fact, particulars: { requestId: id, parts: parts.map(({ kind }) => kind) } });
      const first = await firstSums(tx, contractId);
      if (!isNotice(parts, first, slotOf(competition, 'budgetChangePercent'))) return false;
      await this.note(tx, whole, id, parts);
      tx.record(changeDecided, { ...fact, particulars: { requestId: id, isNotice: true } });
      return true;
    });
  }

  private async keep(tx: Tx, contractId: string, parts: readonly AskedPart[]): Promise<string> {
    const id = newId();
    await tx.change(
      `insert into contracts.change_request (id, contract_id, number, asked_by, asked_at)
       select $1, $2, coalesce(max(number), 0) + 1, $3, $4 from contracts.change_request where contract_id = $2`,
      [id, contractId, tx.actor.personId, tx.now],
    );
    await tx.change(
      `insert into contracts.change_part (request_id, kind, reason, before, after)
       select $1, r.kind, r.reason, r.before, r.after
         from jsonb_to_recordset($2) as r (kind text, reason text, before jsonb, after jsonb)`,
      [id, JSON.stringify(parts)],
    );
    return id;
  }

  private async note(tx: Tx, whole: WholeContract, id: string, parts: readonly AskedPart[]): Promise<void> {
    const decided = parts.map((part): ChangePart => ({ ...part, isAccepted: true, decisionReason: 'notice' }));
    await tx.change(`update contracts.change_request set state = 'decided', decided_at = $2 where id = $1`, [
      id,
      tx.now,
    ]);
    await tx.change(
      `update contracts.change_part set is_accepted = true, decision_reason = 'notice' where request_id = $1`,
      [id],
    );
    await applyChange(tx, whole, id, 'notice', decided);
  }
}

/** The organisation thinks better of it before the decision. */
@Injectable()
export class WithdrawChange {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, requestId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { contractId } = await readChange(tx, requestId);
      const contract = await lockContract(tx, contractId);
      demand(contractPolicy, 'answer', tx.actor, contract);
      const changed = await tx.change(
        `update contracts.change_request set state = 'withdrawn' where id = $1 and state = 'asked'`,
        [requestId],
      );
      if (changed !== 1) throw new Conflict('contracts.change-decided');
      tx.record(changeWithdrawn, {
        subjectId: contractId,
        scopeId: contract.competitionId,
        particulars: { requestId },
      });
    });
  }
}

/** What is asked, beside what stands now. */
function partsOf({ contract, parts }: WholeContract, { time, content, budget, people }: AskedChange): AskedPart[] {
  const { startsOn, endsOn } = contract;
  const inWords = (kind: 'content' | 'people', one: AskedChange['content']): AskedPart[] =>
    one ? [{ kind, reason: one.reason, before: { text: one.was }, after: { text: one.text } }] : [];
  const asked: (AskedPart | null)[] = [
    time && {
      ...{ kind: 'time', reason: time.reason, before: { startsOn, endsOn } },
      after: { startsOn: time.startsOn, endsOn: time.endsOn },
    },
    budget && {
      ...{ kind: 'budget', reason: budget.reason, after: { fundedKop: budget.fundedKop } },
      before: { fundedKop: parts.lines.map(({ fundedKop }) => fundedKop) },
    },
  ];
  return [...asked.filter((part) => part !== null), ...inWords('content', content), ...inWords('people', people)];
}

function problemsOf(parts: readonly AskedPart[], year: number): FieldError[] {
  if (parts.length === 0) return [{ field: '', code: 'contracts.nothing-asked' }];
  return parts.flatMap(({ kind, before, after }) => {
    if (kind === 'budget')
      return budgetProblems(
        (before as { fundedKop: number[] }).fundedKop,
        (after as { fundedKop: number[] }).fundedKop,
      );
    if (kind !== 'time') return [];
    const { startsOn, endsOn } = after as Time;
    if (startsOn > endsOn) return [{ field: 'endsOn', code: 'contracts.ends-before-start' }];
    // rule 25
    const isInside = startsOn >= `${year}-01-01` && endsOn <= `${year}-12-31`;
    return isInside ? [] : [{ field: 'endsOn', code: 'contracts.outside-year', data: { year } }];
  });
}

async function firstSums(tx: Tx, contractId: string): Promise<number[]> {
  const rows = await tx.rows<{ kop: string }>(
    'select first_kop as kop from contracts.budget_line where contract_id = $1 order by position',
    [contractId],
  );
  return rows.map(({ kop }) => Number(kop));
}
