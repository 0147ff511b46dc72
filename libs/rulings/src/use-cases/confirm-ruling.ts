import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices, type Recipient } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { rulingPolicy } from '../access/ruling.policy.js';
import { rulingConfirmed, rulingDropped, rulingReturned } from '../model/ruling.facts.js';
import { rulingPaths } from '../paths.js';
import { lockRuling, type RulingRow } from '../queries/read-rulings.js';

constraintMeans('ck_ruling_two_people', '', 'rulings.two-people');

/**
 * A second person looks at what was registered. From the confirmation on a stay holds: the competition is locked, so an
 * order, a contract or a payment comes wholly before it or is refused.
 */
@Injectable()
export class ConfirmRuling {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  confirm(ctx: Context, competitionId: string, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, ruling } = await lockPrepared(tx, competitionId, id, 'confirm');
      if (ruling.preparedBy === tx.actor.personId) throw new Conflict('rulings.two-people');
      await tx.change(
        `update rulings.ruling set state = 'confirmed', confirmed_by = $2, confirmed_at = $3 where id = $1`,
        [id, tx.actor.personId, tx.now],
      );
      const { kind, court, caseNumber, ruledOn, liftsId, named } = ruling;
      tx.record(rulingConfirmed, {
        ...{ subjectId: id, scopeId: competitionId },
        particulars: { kind, court, caseNumber, ruledOn, liftsId, named: named.map((one) => one.id) },
      });
      await this.tell(tx, competition, ruling);
    });
  }

  /** The director says what is wrong: it is over, another one may be registered. */
  giveBack(ctx: Context, competitionId: string, id: string, remark: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, ruling } = await lockPrepared(tx, competitionId, id, 'confirm');
      await tx.change(`update rulings.ruling set state = 'dropped', remark = $2 where id = $1`, [id, remark]);
      tx.record(rulingReturned, { subjectId: id, scopeId: competitionId, particulars: { remark } });
      const { caseNumber } = ruling;
      for (const to of await peopleWithRole(tx, competition.organiserId, ['officer']))
        await this.notices.queue(tx, {
          ...{ to, kind: 'work', organiserId: competition.organiserId, template: 'rulings.returned' },
          ...{ data: { caseNumber, title: competition.title, remark }, path: rulingPaths.all(competitionId) },
        });
    });
  }

  /** Registered by mistake. */
  drop(ctx: Context, competitionId: string, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockPrepared(tx, competitionId, id, 'register');
      await tx.change(`update rulings.ruling set state = 'dropped' where id = $1`, [id]);
      tx.record(rulingDropped, { subjectId: id, scopeId: competitionId });
    });
  }

  /** The parties, and those who sign and pay. */
  private async tell(tx: Tx, { id, code, title, organiserId }: CompetitionRow, ruling: RulingRow): Promise<void> {
    const { court, caseNumber, kind } = ruling;
    const letter = { organiserId, template: 'rulings.confirmed', path: rulingPaths.published(code!) };
    const data = ({ language }: Recipient) => ({
      ...{ court, caseNumber, title },
      effect: phrase(language, `rulings:effect.${kind}`),
    });
    for (const to of await partiesOf(tx, id, ruling))
      await this.notices.queue(tx, { ...letter, to, kind: 'decision', data: data(to) });
    for (const to of await peopleWithRole(tx, organiserId, ['officer', 'accountant']))
      await this.notices.queue(tx, { ...letter, to, kind: 'work', data: data(to) });
  }
}

async function lockPrepared(
  tx: Tx,
  competitionId: string,
  id: string,
  step: 'confirm' | 'register',
): Promise<{ competition: CompetitionRow; ruling: RulingRow }> {
  const competition = await lockCompetition(tx, competitionId);
  demand(rulingPolicy, 'see', tx.actor, competition);
  demand(rulingPolicy, step, tx.actor, competition);
  const ruling = await lockRuling(tx, competitionId, id);
  if (ruling.state !== 'prepared') throw new Conflict('rulings.over');
  return { competition, ruling };
}

/** Whose proposals the ruling concerns: those it or the lifted stay names, or everybody who has submitted. */
const partiesOf = (tx: Tx, competitionId: string, { id, liftsId }: RulingRow): Promise<Recipient[]> =>
  tx.rows<Recipient>(
    `select distinct on (e.email) e.person_id as "personId", e.email, e.language
       from applications.v_addressee e
       join applications.v_application a on a.id = e.application_id
      where a.competition_id = $1 and a.register_code is not null
        and (exists (select from rulings.ruling r where r.id = $2 and r.is_whole)
             or a.id in (select n.application_id from rulings.named n where n.ruling_id = $2))
      order by e.email, e.person_id`,
    [competitionId, liftsId ?? id],
  );
