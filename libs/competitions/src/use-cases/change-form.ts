import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { formChanged } from '../model/competition.facts.js';
import type { CompetitionRow } from '../model/competition.js';
import { formChanges } from '../model/form/form-changes.js';
import { formObstacles } from '../model/form/form-lint.js';
import type { ProposalForm } from '../model/form/proposal-form.js';
import { receptionAt } from '../model/reception.js';
import { formInWork } from '../queries/form-in-work.js';
import { competitionSettings } from '../queries/read-competition.js';
import { keepForm, lockForForm } from './edit-form.js';

/** The act that changes an announced form (rule 20). */
export interface FormAct {
  number: string;
  /** Kyiv day. */
  on: string;
  reason: string;
}

/** A change of the form after the announcement: begun, given up, or published by an act while proposals are received. */
@Injectable()
export class ChangeForm {
  constructor(private readonly uow: UnitOfWork) {}

  /** The next version starts as a copy of the one that is filled in now; a second click finds the one that is there. */
  begin(ctx: Context, id: string, revision: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await this.announced(tx, id, revision);
      if (await formInWork(tx, competition)) return;
      await keepForm(tx, competition, (await competitionSettings(tx, id)).form);
    });
  }

  giveUp(ctx: Context, id: string, revision: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => keepForm(tx, await this.announced(tx, id, revision), null));
  }

  /**
   * From now on everybody fills in the new version; answers stay by the key of their question, and what was submitted
   * stays under the version it was submitted with.
   * @throws InvalidInput when it changes nothing or cannot be filled in
   */
  publish(ctx: Context, id: string, revision: number, act: FormAct): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await this.announced(tx, id, revision);
      const form = await formInWork(tx, competition);
      const current = await competitionSettings(tx, id);
      if (!form || isSame(form, current.form)) throw invalidField('faults', 'competitions.form-nothing-changed');
      const [obstacle] = formObstacles(form);
      if (obstacle) throw invalidField('faults', `competitions.form-${obstacle.code}`, obstacle.data);
      const number = current.formVersion + 1;
      await publishVersion(tx, id, number, form, act);
      await keepForm(tx, competition, null);
      tx.record(formChanged, { subjectId: id, scopeId: id, particulars: { version: number, ...act } });
    });
  }

  /** @throws Conflict before the announcement, and once the door has closed (rule 16) */
  private async announced(tx: Tx, id: string, revision: number): Promise<CompetitionRow> {
    const competition = await lockForForm(tx, id, revision);
    const reception = receptionAt(competition, tx.now);
    if (competition.state !== 'announced' || reception === 'closed')
      throw new Conflict('competitions.form-change-late');
    return competition;
  }
}

const isSame = (a: ProposalForm, b: ProposalForm): boolean =>
  formChanges(a, b).length === 0 && JSON.stringify(a.sections.map(outline)) === JSON.stringify(b.sections.map(outline));

const outline = ({ key, title, questions }: ProposalForm['sections'][number]) => [
  key,
  title.uk,
  title.en,
  questions.map((question) => question.key),
];

async function publishVersion(tx: Tx, id: string, number: number, form: ProposalForm, act: FormAct): Promise<void> {
  await tx.change(
    `insert into competitions.form_version (competition_id, number, form, order_number, order_on, reason, published_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, number, JSON.stringify(form), act.number, act.on, act.reason, tx.now],
  );
}
