import { Injectable } from '@nestjs/common';
import { StoreDocument } from '#libs/documents';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay, kyivInstant, shortDate } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import { projectPolicy } from '../access/project.policy.js';
import { findingLifecycle } from '../model/finding.lifecycle.js';
import { EXPENSE_FILE_KINDS, EXPENSE_FILE_MAX_MB } from '../model/limits.js';
import { findingAnswered, findingDecided, findingWarned } from '../model/monitoring.facts.js';
import { latestFixDay } from '../model/terms-of-control.js';
import type { FindingRow } from '../queries/control-of-project.js';
import { lockProject, rulesOf, tellRecipient } from './lock-project.js';
import type { ExpenseFile } from './put-expense.js';

export interface NewFinding {
  what: string;
  /** Of untargeted use; null for a breach of another kind. */
  sumKop: number | null;
  /** By when it has to be fixed. */
  dueOn: string;
}

/** rule 65: a finding goes with a warning and a term to fix; the recipient proves, the checker closes. */
@Injectable()
export class Findings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly documents: StoreDocument,
  ) {}

  warn(ctx: Context, projectId: string, { what, sumKop, dueOn }: NewFinding): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const project = await lockProject(tx, projectId);
      demand(projectPolicy, 'check', tx.actor, project);
      await demandUnconcluded(tx, projectId);
      demandTerm(dueOn, kyivDay(tx.now), latestFixDay(await rulesOf(tx, project), kyivDay(tx.now)));
      const id = newId();
      await tx.change(
        `insert into monitoring.finding (id, project_id, number, what, is_untargeted, sum_kop, warned_by, warned_at, due_on)
         select $1, $2, (select count(*) + 1 from monitoring.finding where project_id = $2), $3, $4, $5, $6, $7, $8`,
        [id, projectId, what, sumKop !== null, sumKop, tx.actor.personId, tx.now, dueOn],
      );
      tx.record(findingWarned, {
        subjectId: projectId,
        scopeId: project.competitionId,
        particulars: { id, sumKop, dueOn },
      });
      await tellRecipient(tx, this.notices, project, 'warned', { what, dueOn: shortDate(kyivInstant(dueOn, '12:00')) });
      return id;
    });
  }

  /** The proof that it is fixed, perhaps with a document. */
  answer(ctx: Context, projectId: string, id: string, answer: string, file?: ExpenseFile): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await lockProject(tx, projectId);
      demand(projectPolicy, 'report', tx.actor, project);
      const { state } = await findingOf(tx, projectId, id);
      const documentId = file ? await this.store(tx, projectId, file) : null;
      await tx.change(
        `update monitoring.finding set state = $2, answer = $3, answered_at = $4, document_id = coalesce($5, document_id),
                version = version + 1 where id = $1`,
        [id, findingLifecycle.next(state, 'answer', {}), answer, tx.now, documentId],
      );
      tx.record(findingAnswered, { subjectId: projectId, scopeId: project.competitionId, particulars: { id } });
    });
  }

  /** `ask-again` leaves the term as it was. */
  decide(
    ctx: Context,
    projectId: string,
    id: string,
    version: number,
    action: 'close' | 'ask-again' | 'leave',
    decision: string,
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await lockProject(tx, projectId);
      demand(projectPolicy, 'check', tx.actor, project);
      const { state, dueOn, version: current } = await findingOf(tx, projectId, id);
      if (current !== version) throw new Conflict('monitoring.finding-stale');
      const next = findingLifecycle.next(state, action, { isOver: dueOn < kyivDay(tx.now) });
      await tx.change(
        'update monitoring.finding set state = $2, decision = $3, decided_by = $4, decided_at = $5, version = version + 1 where id = $1',
        [id, next, decision, tx.actor.personId, tx.now],
      );
      tx.record(findingDecided, {
        subjectId: projectId,
        scopeId: project.competitionId,
        particulars: { id, state: next },
      });
      await tellRecipient(tx, this.notices, project, `finding-${next}`, { decision });
    });
  }

  private async store(tx: Tx, ownerId: string, { name, content }: ExpenseFile): Promise<string> {
    const maxBytes = EXPENSE_FILE_MAX_MB * 1024 * 1024;
    const kinds = EXPENSE_FILE_KINDS;
    const owner = { ownerKind: 'project', ownerId };
    return (await this.documents.within(tx, { ...owner, name, content, field: 'file', kinds, maxBytes })).id;
  }
}

type Standing = Pick<FindingRow, 'state' | 'dueOn' | 'version'>;

async function findingOf(tx: Tx, projectId: string, id: string): Promise<Standing> {
  const row = await tx.one<Standing>(
    'select state, due_on::text as "dueOn", version from monitoring.finding where id = $1 and project_id = $2',
    [id, projectId],
  );
  if (!row) throw new NotFound();
  return row;
}

async function demandUnconcluded(tx: Tx, projectId: string): Promise<void> {
  const approved = await tx.one(`select from monitoring.conclusion where project_id = $1 and state = 'approved'`, [
    projectId,
  ]);
  if (approved) throw new Conflict('monitoring.already-concluded');
}

function demandTerm(dueOn: string, today: string, latest: string): void {
  if (dueOn <= today || dueOn > latest)
    throw invalidField('dueOn', 'monitoring.fix-term', { latest: shortDate(kyivInstant(latest, '12:00')) });
}
