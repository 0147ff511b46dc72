import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AnswerForm } from '../model/answer-form.js';
import { measureNoted } from '../model/plan.facts.js';
import { lockPlan } from '../queries/find-plan.js';

export interface MeasureNote {
  plainTitle: string | null;
  expectedResult: string | null;
  nextStep: string | null;
  contact: string | null;
  form: AnswerForm;
}

/** Says beside the official words, which stay, what a measure means, what comes next and who answers. */
@Injectable()
export class NoteMeasure {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, planId: string, measureId: string, note: MeasureNote): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockPlan(tx, planId);
      if (!(await tx.one('select id from measures.v_measure where id = $1 and plan_id = $2', [measureId, planId])))
        throw new NotFound();
      await tx.change(
        `insert into plan.measure_note (measure_id, plain_title, expected_result, next_step, contact, form)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (measure_id) do update set plain_title = $2, expected_result = $3, next_step = $4, contact = $5, form = $6`,
        [measureId, note.plainTitle, note.expectedResult, note.nextStep, note.contact, note.form],
      );
      tx.record(measureNoted, { subjectId: measureId, scopeId: planId, particulars: { ...note } });
    });
  }
}
