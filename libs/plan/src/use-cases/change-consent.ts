import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import { consentLifecycle, type Consent, type ConsentAction } from '../model/consent.lifecycle.js';
import { consentChanged } from '../model/plan.facts.js';
import { lockPlan } from '../queries/find-plan.js';

/** The letter on which a change of consent rests. */
export interface Letter {
  number: string;
  on: string;
}

/** Writes down what a body and the authority have written to each other about a measure. */
@Injectable()
export class ChangeConsent {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, planId: string, id: string, action: ConsentAction, letter: Letter | null): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockPlan(tx, planId);
      refuseFuture(tx, letter);
      const found = await tx.one<{ id: string; consent: Consent }>(
        `select pb.id, pb.consent from plan.party_body pb join measures.v_measure m on m.id = pb.measure_id
          where pb.id = $1 and m.plan_id = $2 for update of pb`,
        [id, planId],
      );
      if (!found) throw new NotFound();
      if (found.consent === 'not-needed') throw new Conflict('plan.consent-not-needed');
      const consent = consentLifecycle.next(found.consent, action, { letter: letter?.number ?? null });
      await write(tx, planId, [id], action, consent, letter);
    });
  }

  /** One letter to all who have not been asked about a measure yet. @returns how many */
  askAll(ctx: Context, planId: string, measureId: string, letter: Letter): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      await lockPlan(tx, planId);
      refuseFuture(tx, letter);
      const rows = await tx.rows<{ id: string }>(
        `select pb.id from plan.party_body pb join measures.v_measure m on m.id = pb.measure_id
          where m.plan_id = $1 and m.id = $2 and pb.consent = 'not-asked' order by pb.id for update of pb`,
        [planId, measureId],
      );
      if (rows.length === 0) throw new Conflict('plan.nobody-to-ask');
      await write(
        tx,
        planId,
        rows.map((row) => row.id),
        'ask',
        'asked',
        letter,
      );
      return rows.length;
    });
  }
}

function refuseFuture(tx: Tx, letter: Letter | null): void {
  if (letter && letter.on > kyivDay(tx.now)) throw invalidField('letterOn', 'plan.letter-in-future');
}

async function write(
  tx: Tx,
  planId: string,
  ids: readonly string[],
  action: ConsentAction,
  consent: Consent,
  letter: Letter | null,
): Promise<void> {
  const column = action === 'ask' ? 'letter_out' : 'letter_in';
  const letters = letter ? `, ${column} = $4, ${column}_on = $5` : '';
  await tx.change(`update plan.party_body set consent = $2, since = $3${letters} where id = any($1)`, [
    ids,
    consent,
    letter?.on ?? kyivDay(tx.now),
    ...(letter ? [letter.number, letter.on] : []),
  ]);
  for (const id of ids)
    tx.record(consentChanged, { subjectId: id, scopeId: planId, particulars: { action, consent, letter } });
}
