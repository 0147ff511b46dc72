import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import type { FactKind } from '#libs/platform/facts';
import { awardDeclined, awardRefused, offerLapsed } from '../model/award.facts.js';
import { awardLifecycle, type AwardAction, type AwardChange } from '../model/award.lifecycle.js';
import { AwardHolds } from '../ports/award-holds.port.js';
import type { LockedAward } from './lock-award.js';
import { noteAwardStep } from './note-award-step.js';
import { TellOfficers } from './tell-officers.js';

type Ending = Exclude<AwardAction, 'consent' | AwardChange>;

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
    private readonly officers: TellOfficers,
    private readonly ports: Ports,
  ) {}

  async within(tx: Tx, of: LockedAward, { action, reason, letter }: AwardEnd): Promise<void> {
    const { award, competition } = of;
    const heldBy = await this.heldBy(tx, award.id);
    const state = awardLifecycle.next(award.state, action, { endsAt: award.term?.endsAt, now: tx.now, heldBy });
    await noteAwardStep(tx, award.id, { action, state, reason, letter });
    await tx.change('update awards.pot set awarded_kop = awarded_kop - $2 where competition_id = $1', [
      competition.id,
      award.amountKop,
    ]);
    tx.record(FACTS[action], {
      subjectId: award.applicationId,
      scopeId: competition.id,
      particulars: { amountKop: award.amountKop, reason, ...(letter && { letter }) },
    });
    await this.officers.within(tx, of, { template: `awards.ended-${action}`, kind: 'duty', reason });
  }

  private async heldBy(tx: Tx, awardId: string): Promise<string | null> {
    for (const port of this.ports.all(AwardHolds)) {
      const code = await port.heldBy(tx, awardId);
      if (code) return code;
    }
    return null;
  }
}
