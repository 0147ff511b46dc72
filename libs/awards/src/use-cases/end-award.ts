import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { newId, type Tx } from '#libs/platform/database';
import { formatMoney } from '#libs/platform/money';
import { Ports } from '#libs/platform/ports';
import type { FactKind } from '#libs/platform/facts';
import { awardDeclined, awardRefused, offerLapsed } from '../model/award.facts.js';
import { awardLifecycle, type AwardAction } from '../model/award.lifecycle.js';
import { awardPaths } from '../paths.js';
import { AwardHolds } from '../ports/award-holds.port.js';
import type { LockedAward } from './lock-award.js';

type Ending = Exclude<AwardAction, 'consent'>;

/** How an award ended: in whose words, and by which letter. */
export interface AwardEnd {
  action: Ending;
  /** Public words; empty when the term ran out. */
  reason: string;
  letter?: { number: string; on: string };
}

const FACTS: Record<Ending, FactKind> = { decline: awardDeclined, lapse: offerLapsed, refuse: awardRefused };

/** An award ends and its money is free for the next in the rating (rule 50); nothing of the order is overwritten. */
@Injectable()
export class EndAward {
  constructor(
    private readonly notices: Notices,
    private readonly ports: Ports,
  ) {}

  async within(tx: Tx, of: LockedAward, { action, reason, letter }: AwardEnd): Promise<void> {
    const { award, competition } = of;
    const heldBy = await this.heldBy(tx, award.id);
    const state = awardLifecycle.next(award.state, action, { endsAt: award.term?.endsAt, now: tx.now, heldBy });
    await tx.change('update awards.award set state = $2 where id = $1', [award.id, state]);
    await tx.change('update awards.pot set awarded_kop = awarded_kop - $2 where competition_id = $1', [
      competition.id,
      award.amountKop,
    ]);
    await tx.change(
      `insert into awards.award_step (id, award_id, action, at, person_id, reason, letter_number, letter_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[newId(), award.id, action, tx.now, action === 'lapse' ? null : tx.actor.personId, reason],
        ...[letter?.number ?? null, letter?.on ?? null],
      ],
    );
    tx.record(FACTS[action], {
      subjectId: award.applicationId,
      scopeId: competition.id,
      particulars: { amountKop: award.amountKop, reason, ...(letter && { letter }) },
    });
    await this.tellOfficers(tx, of, action, reason);
  }

  private async heldBy(tx: Tx, awardId: string): Promise<string | null> {
    for (const port of this.ports.all(AwardHolds)) {
      const code = await port.heldBy(tx, awardId);
      if (code) return code;
    }
    return null;
  }

  private async tellOfficers(
    tx: Tx,
    { award, application, competition }: LockedAward,
    action: Ending,
    reason: string,
  ): Promise<void> {
    for (const { personId, email, language } of await peopleWithRole(tx, competition.organiserId, ['officer']))
      await this.notices.queue(tx, {
        to: { personId, email, language },
        kind: 'duty',
        organiserId: competition.organiserId,
        template: `awards.ended-${action}`,
        data: {
          competition: (language === 'en' && competition.titleEn) || competition.title,
          organisation: application.organisationName,
          title: application.title,
          sum: formatMoney(award.amountKop, language),
          reason,
        },
        path: awardPaths.changes(competition.id),
      });
  }
}
