import { Injectable } from '@nestjs/common';
import type { Figure } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import { isActive, type InstanceState } from '../model/instance.lifecycle.js';
import { evidenceDecided } from '../model/plan.facts.js';
import { instanceFor, ReadEvidence, type Evidence } from '../queries/evidence.js';
import { lockPlan } from '../queries/find-plan.js';
import { instancesOfPlan } from '../queries/plan-desk.js';
import { beginInstance } from './lock-instance.js';

export interface WrittenEvidence {
  happenedOn: string;
  words: string;
  link: string | null;
  figures: Partial<Record<Figure, number>>;
}

/** The officer confirms what was suggested, excludes it with a reason, or writes what the system could not know. */
@Injectable()
export class DecideEvidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly read: ReadEvidence,
  ) {}

  /** `reason`: null confirms, a text excludes. Decided once more, the later decision holds. */
  execute(ctx: Context, planId: string, measureId: string, factId: string, reason: string | null): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockPlan(tx, planId);
      const found = (await this.read.execute(tx, planId, kyivDay(tx.now), measureId)).find(
        (one) => one.factId === factId,
      );
      if (!found) throw new NotFound();
      const state = reason === null ? 'confirmed' : 'excluded';
      await demandOpen(tx, found.instanceId);
      if (found.id === null) await insert(tx, { ...found, id: newId(), state, note: reason });
      else
        await tx.change(
          'update plan.evidence set state = $2, note = $3, decided_by = $4, decided_at = $5 where id = $1',
          [found.id, state, reason, tx.actor.personId, tx.now],
        );
      if (state === 'confirmed') await beginInstance(tx, found.instanceId);
      tx.record(evidenceDecided, {
        subjectId: found.instanceId,
        scopeId: planId,
        particulars: { factId, state, reason },
      });
    });
  }

  /** What happened outside of the system: with a day, and with a link where there is one. */
  write(ctx: Context, planId: string, measureId: string, input: WrittenEvidence): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { year } = await lockPlan(tx, planId);
      if (input.happenedOn > kyivDay(tx.now)) throw invalidField('happenedOn', 'plan.day-in-future');
      const own = (await instancesOfPlan(tx, planId)).filter((one) => one.measureId === measureId);
      const instance = instanceFor(input.happenedOn, own);
      if (!instance) throw new NotFound();
      const last = own.reduce((most, { dueOn }) => (dueOn > most ? dueOn : most), `${year}-12-31`);
      if (input.happenedOn < `${year}-01-01` || input.happenedOn > last)
        throw invalidField('happenedOn', 'plan.day-outside', { year });
      await demandOpen(tx, instance.id);
      const { happenedOn, words, link, figures } = input;
      const id = newId();
      await insert(tx, {
        ...{ id, factId: null, measureId, instanceId: instance.id, state: 'confirmed', happenedOn },
        ...{ words: { uk: words, en: words }, path: null, link, figures, note: null },
      });
      await beginInstance(tx, instance.id);
      tx.record(evidenceDecided, {
        subjectId: instance.id,
        scopeId: planId,
        particulars: { evidenceId: id, state: 'confirmed' },
      });
    });
  }
}

/** What is ended stays as it was: it is opened again first. */
async function demandOpen(tx: Tx, instanceId: string): Promise<void> {
  const row = await tx.one<{ state: InstanceState }>('select state from plan.instance where id = $1 for update', [
    instanceId,
  ]);
  if (!isActive(row!.state)) throw new Conflict('plan.instance-ended');
}

async function insert(tx: Tx, one: Evidence & { id: string }): Promise<void> {
  await tx.change(
    `insert into plan.evidence (id, instance_id, fact_id, state, happened_on, words, words_en, path, link, figures, note,
                                decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[
        one.id,
        one.instanceId,
        one.factId,
        one.state,
        one.happenedOn,
        one.words.uk,
        one.words.en,
        one.path,
        one.link,
      ],
      ...[JSON.stringify(one.figures), one.note, tx.actor.personId, tx.now],
    ],
  );
}
