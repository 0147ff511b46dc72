import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notifications';
import { addresseesOf } from '#libs/applications';
import type { Context } from '#libs/platform/access';
import { longDate } from '#libs/platform/clock';
import { Database, UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
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
    private readonly db: Database,
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

  async sweep(ctx: Context): Promise<void> {
    const due = (await openOffers(this.db)).filter((offer) => isDue(offer, ctx.now));
    const failed: unknown[] = [];
    // Each for itself: one that cannot end keeps the others from nothing.
    for (const { applicationId } of due)
      await this.uow.run(ctx, (tx) => this.see(tx, applicationId)).catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw new AggregateError(failed, 'some offers could not end');
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
    for (const to of await addresseesOf(tx, application))
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
