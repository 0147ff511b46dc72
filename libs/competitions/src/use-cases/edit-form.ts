import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { formBuilt } from '../model/competition.facts.js';
import type { CompetitionRow } from '../model/competition.js';
import { stepped, type FormStep } from '../model/form/form-builder.js';
import type { ProposalForm } from '../model/form/proposal-form.js';
import { formInWork } from '../queries/form-in-work.js';
import { lockCompetition } from '../queries/read-competition.js';

/** One step of building the form of a draft, or the next version of an announced one while proposals are received. */
@Injectable()
export class EditForm {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * `revision` is the one the page showed.
   * @throws Conflict `competitions.form-stale` when another window took a step meanwhile; InvalidInput by the step
   */
  execute(ctx: Context, id: string, revision: number, step: FormStep): Promise<void> {
    return this.uow.run(ctx, (tx) => this.within(tx, id, revision, step));
  }

  async within(tx: Tx, id: string, revision: number, step: FormStep): Promise<void> {
    const competition = await lockForForm(tx, id, revision);
    const form = await formInWork(tx, competition);
    if (!form) throw new Conflict('competitions.form-copy-late');
    await keepForm(tx, competition, stepped(form, step));
    tx.record(formBuilt, { subjectId: id, scopeId: id });
  }
}

/** @throws Forbidden once the form is frozen */
export async function lockForForm(tx: Tx, id: string, revision: number): Promise<CompetitionRow> {
  const competition = await lockCompetition(tx, id);
  demand(competitionPolicy, 'build-form', tx.actor, competition);
  if (competition.formRevision !== revision) throw new Conflict('competitions.form-stale');
  return competition;
}

export async function keepForm(tx: Tx, { id, state }: CompetitionRow, form: ProposalForm | null): Promise<void> {
  const column = state === 'draft' ? 'form' : 'form_change';
  await tx.change(
    `update competitions.competition set ${column} = $2, form_revision = form_revision + 1 where id = $1`,
    [id, form && JSON.stringify(form)],
  );
}
