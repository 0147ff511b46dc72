import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { Notices, type Notice } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import { formatMoney } from '#libs/platform/money';
import { awardPaths } from '../paths.js';
import type { LockedAward } from './lock-award.js';

/** The officers of the organiser learn what an organisation answered to its award. */
@Injectable()
export class TellOfficers {
  constructor(private readonly notices: Notices) {}

  async within(
    tx: Tx,
    { award, application, competition }: LockedAward,
    { template, kind, reason = '' }: Pick<Notice, 'template' | 'kind'> & { reason?: string },
  ): Promise<void> {
    for (const { personId, email, language } of await peopleWithRole(tx, competition.organiserId, ['officer']))
      await this.notices.queue(tx, {
        ...{ to: { personId, email, language }, template, kind, organiserId: competition.organiserId },
        data: {
          competition: (language === 'en' && competition.titleEn) || competition.title,
          ...{ organisation: application.organisationName, title: application.title, reason },
          sum: formatMoney(award.amountKop, language),
        },
        path: awardPaths.changes(competition.id),
      });
  }
}
