import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notifications';
import { applicantsOf } from '#libs/identity';
import type { Context } from '#libs/platform/access';
import { longDate } from '#libs/platform/clock';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { formatMoney } from '#libs/platform/money';
import { warningAt } from '../model/offer-term.js';
import { awardPaths } from '../paths.js';
import { openOffers, type AwardWithTerm } from '../queries/offers.js';
import { EndAward } from '../use-cases/end-award.js';
import { lockAward, type LockedAward } from '../use-cases/lock-award.js';

/** rule 49: the organisation is reminded on the day before; who is silent until the term is over has refused. */
@Sweep('awards.end-offers')
@Injectable()
export class EndOffers implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly end: EndAward,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const instants = (await openOffers(reader))
      .flatMap(({ term }) => [warningAt(term!), term!.endsAt])
      .filter((at): at is Date => at !== null && at > now);
    return instants.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      for (const offer of await openOffers(tx)) if (isDue(offer, tx.now)) await this.see(tx, offer.applicationId);
    });
  }

  /** Looked at again behind the locks: the organisation may have answered meanwhile. */
  private async see(tx: Tx, applicationId: string): Promise<void> {
    const of = await lockAward(tx, applicationId);
    const { state, term } = of.award;
    if (state !== 'offered' || !isDue(of.award, tx.now)) return;
    if (term!.endsAt! <= tx.now) {
      await this.end.within(tx, of, { action: 'lapse', reason: '' });
      return this.tell(tx, of, 'offer-lapsed');
    }
    await tx.change('update awards.award set warned_at = $2 where id = $1', [of.award.id, tx.now]);
    await this.tell(tx, of, 'offer-ends');
  }

  private async tell(tx: Tx, { award, application, competition }: LockedAward, name: string): Promise<void> {
    for (const to of await applicantsOf(tx, application.organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'duty', organiserId: competition.organiserId, template: `awards.${name}` },
        data: {
          competition: (to.language === 'en' && competition.titleEn) || competition.title,
          title: application.title,
          sum: formatMoney(award.amountKop, to.language),
          on: longDate(award.term!.due!.dueOn, to.language),
        },
        path: awardPaths.applicationResult(application.id),
      });
  }
}

function isDue({ term, warnedAt }: AwardWithTerm, now: Date): boolean {
  if (!term?.endsAt) return false;
  return now >= term.endsAt || (warnedAt === null && now >= warningAt(term)!);
}
