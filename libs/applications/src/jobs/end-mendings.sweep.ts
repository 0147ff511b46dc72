import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { Notices, type Recipient } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { longDate } from '#libs/platform/clock';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { mendingExpired } from '../model/application.facts.js';
import type { ApplicationRow } from '../model/application.js';
import { warningAt } from '../model/mending.js';
import { applicationPaths } from '../paths.js';
import { openMendings, type Mending } from '../queries/mending.js';
import { addresseesOf } from '../use-cases/addressees-of.js';
import { applicationById } from '../use-cases/lock-application.js';

/** Nothing expires in silence (rule 38): both sides are warned on the day before, and told when the term is over. */
@Sweep('applications.end-mendings')
@Injectable()
export class EndMendings implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const instants = (await openMendings(reader))
      .flatMap(({ term }) => [warningAt(term), term.endsAt])
      .filter((at): at is Date => at !== null && at > now);
    return instants.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      for (const mending of await openMendings(tx, 'for update of m skip locked')) await this.see(tx, mending);
    });
  }

  private async see(tx: Tx, mending: Mending): Promise<void> {
    const { applicationId, term, warnedAt } = mending;
    if (term.endsAt !== null && tx.now >= term.endsAt) return this.expire(tx, mending);
    const warning = warningAt(term);
    if (warning === null || warnedAt !== null || tx.now < warning) return;
    await tx.change('update applications.mending set warned_at = $2 where application_id = $1', [
      ...[applicationId, tx.now],
    ]);
    await this.tell(tx, mending, 'mendingEnds');
  }

  private async expire(tx: Tx, mending: Mending): Promise<void> {
    const { applicationId, term, baseNumber } = mending;
    await tx.change(`update applications.mending set state = 'expired', expired_at = $2 where application_id = $1`, [
      ...[applicationId, tx.now],
    ]);
    const { competitionId } = await applicationById(tx, applicationId);
    tx.record(mendingExpired, {
      subjectId: applicationId,
      scopeId: competitionId,
      // The commission decides about what was submitted at first, with this fact before it.
      particulars: { dueOn: term.due!.dueOn, number: baseNumber },
    });
    await this.tell(tx, mending, 'mendingExpired');
  }

  private async tell(tx: Tx, { applicationId, term }: Mending, template: string): Promise<void> {
    const application = await applicationById(tx, applicationId);
    const { organiserId, competitionId } = application;
    for (const to of await addresseesOf(tx, application))
      await this.queue(tx, application, { to, template, term, path: applicationPaths.show(applicationId) });
    for (const to of await peopleWithRole(tx, organiserId, ['officer']))
      await this.queue(tx, application, {
        ...{ to, template: `${template}Officer`, term },
        path: applicationPaths.admissionOf(competitionId, applicationId),
      });
  }

  private async queue(
    tx: Tx,
    { organiserId, registerCode, title, organisationName }: ApplicationRow,
    { to, template, term, path }: { to: Recipient; template: string; path: string; term: Mending['term'] },
  ): Promise<void> {
    const { personId, email, language } = to;
    await this.notices.queue(tx, {
      ...{ to: { personId, email, language }, kind: 'duty', organiserId, template: `applications.${template}`, path },
      data: { registerCode, title, organisation: organisationName, on: longDate(term.due!.dueOn, language) },
    });
  }
}
