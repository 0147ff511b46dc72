import { Injectable } from '@nestjs/common';
import { StoreDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { settingsAfter, type ActTerms } from '../model/act-effect.js';
import { actPrepared } from '../model/competition.facts.js';
import { competitionLifecycle } from '../model/competition.lifecycle.js';
import { competitionSettings, lockCompetition } from '../queries/read-competition.js';
import { AdvanceCompetition } from './advance-competition.js';

constraintMeans('uq_act_prepared', '', 'competitions.act-waiting');

export interface NewAct extends ActTerms {
  number: string;
  /** Kyiv day. */
  actOn: string;
  reason: string;
  document: { name: string; content: Buffer } | null;
}

/** The officer writes an act down; it changes nothing until the director confirms it. */
@Injectable()
export class PrepareAct {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly advance: AdvanceCompetition,
    private readonly documents: StoreDocument,
  ) {}

  /** Returns the id of the act. @throws InvalidInput, TransitionRefused when it could not be confirmed today either */
  execute(ctx: Context, competitionId: string, act: NewAct): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(competitionPolicy, 'prepare-act', tx.actor, competition);
      // rules 48–51: after the order money is a matter of contracts and of the next in the rating.
      if (competition.state === 'decided') throw new Conflict('competitions.act-after-order');
      const settings = await competitionSettings(tx, competitionId);
      competitionLifecycle.next(
        competition.state,
        act.kind,
        await this.advance.subject(tx, settings, act.kind, tx.now),
      );
      if (act.actOn > kyivDay(tx.now)) throw invalidField('actOn', 'competitions.act-in-future');
      settingsAfter(act, competition, tx.now);
      return this.insert(tx, competitionId, act);
    });
  }

  private async insert(tx: Tx, competitionId: string, act: NewAct): Promise<string> {
    const id = newId();
    const document = act.document && (await this.keep(tx, id, act.document));
    await tx.change(
      `insert into competitions.act
         (id, competition_id, kind, number, act_on, reason, pot_kop, closes_at, document_id, prepared_by, prepared_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        competitionId,
        act.kind,
        act.number,
        act.actOn,
        act.reason,
        act.potKop,
        act.closesAt,
        document?.id ?? null,
        tx.actor.personId,
        tx.now,
      ],
    );
    tx.record(actPrepared, {
      subjectId: id,
      scopeId: competitionId,
      particulars: { kind: act.kind, number: act.number, actOn: act.actOn, documentSha256: document?.sha256 ?? null },
    });
    return id;
  }

  private keep(tx: Tx, actId: string, file: NonNullable<NewAct['document']>) {
    return this.documents.within(tx, {
      ownerKind: 'competition-act',
      ownerId: actId,
      ...file,
      kinds: ['pdf', 'jpeg', 'png'],
      field: 'document',
    });
  }
}
