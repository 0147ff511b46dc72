import { Injectable } from '@nestjs/common';
import { signingDirector, type Signer } from '#libs/identity';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { competitionPolicy } from '../access/competition.policy.js';
import type { ActRow } from '../model/act.js';
import { changesOf, settingsAfter, stopOf, type ActSettings } from '../model/act-effect.js';
import { actLetter } from '../model/act-letter.js';
import { ACT_FACTS } from '../model/competition.facts.js';
import type { CompetitionRow, CompetitionState } from '../model/competition.js';
import { competitionLifecycle } from '../model/competition.lifecycle.js';
import { columnsOf } from '../model/editable-settings.js';
import { competitionPaths } from '../paths.js';
import { PotFollowers } from '../ports/pot-followers.port.js';
import { lockAct } from '../queries/read-acts.js';
import { competitionById, competitionSettings, lockCompetition } from '../queries/read-competition.js';
import { AdvanceCompetition } from './advance-competition.js';
import { TellConcerned } from './tell-concerned.js';

/**
 * The director puts an act into effect: the competition, what upper libs made of it, the letters and the fact, all at
 * the same instant. Two directors at once: the competition is locked, and one of them finds the act confirmed.
 */
@Injectable()
export class ConfirmAct {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
    private readonly advance: AdvanceCompetition,
    private readonly tell: TellConcerned,
  ) {}

  execute(ctx: Context, competitionId: string, actId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(competitionPolicy, 'confirm-act', tx.actor, competition);
      const act = await lockAct(tx, competitionId, actId);
      if (act.state !== 'prepared') throw new Conflict('competitions.act-over');
      const settings = await competitionSettings(tx, competitionId);
      const subject = await this.advance.subject(tx, settings, act.kind, tx.now);
      const state = competitionLifecycle.next(competition.state, act.kind, subject);
      const after = settingsAfter(act, competition, tx.now);
      await this.change(tx, competition, act, state, after);
      const changes = changesOf(competition, after);
      const signer = await signingDirector(tx, competition.organiserId);
      if (!signer) throw new Forbidden('competitions.director-only');
      const position = await markConfirmed(tx, act, changes, signer);
      tx.record(ACT_FACTS[act.kind], {
        subjectId: competitionId,
        scopeId: competitionId,
        particulars: { actId, position, number: act.number, actOn: act.actOn, reason: act.reason, ...changes },
      });
      await this.letters(tx, competitionId, { ...act, changes });
    });
  }

  private async change(
    tx: Tx,
    competition: CompetitionRow,
    act: ActRow,
    state: CompetitionState,
    after: ActSettings,
  ): Promise<void> {
    const { stoppedFrom, stoppedAt } = stopOf(act, competition, tx.now);
    const columns = columnsOf(after);
    // A reception that goes on will be over anew.
    const reopens = after.closesAt && after.closesAt > tx.now ? ', reception_closed_at = null' : '';
    const sets = columns.map(({ column }, index) => `, ${column} = $${index + 5}`).join('');
    await tx.change(
      `update competitions.competition
          set state = $2, stopped_from = $3, stopped_at = $4, version = version + 1${reopens}${sets} where id = $1`,
      [competition.id, state, stoppedFrom, stoppedAt, ...columns.map(({ value }) => value)],
    );
    if (act.kind !== 'change-pot') return;
    const changed = await competitionById(tx, competition.id);
    for (const port of this.ports.all(PotFollowers)) await port.follow(tx, changed);
  }

  private async letters(tx: Tx, competitionId: string, act: ActRow): Promise<void> {
    const competition = await competitionById(tx, competitionId);
    await this.tell.within(tx, await this.tell.people(tx, competitionId), {
      organiserId: competition.organiserId,
      template: `competitions.act-${act.kind}`,
      data: ({ language }) => actLetter(act, competition, language),
      path: competitionPaths.show(competition.code!),
      onceKey: `competitions.act:${act.id}`,
    });
  }
}

/** Returns its number in the order of confirmation. */
async function markConfirmed(
  tx: Tx,
  { id, competitionId }: ActRow,
  changes: ActRow['changes'],
  signer: Signer,
): Promise<number> {
  const row = await tx.one<{ position: number }>(
    `select coalesce(max(position), 0)::int + 1 as position from competitions.act where competition_id = $1`,
    [competitionId],
  );
  await tx.change(
    `update competitions.act set state = 'confirmed', position = $2, confirmed_by = $3, confirmed_at = $4,
            signer_name = $5, signer_position = $6, changes = $7 where id = $1`,
    [id, row!.position, tx.actor.personId, tx.now, signer.name, signer.position, JSON.stringify(changes)],
  );
  return row!.position;
}
