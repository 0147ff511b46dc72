import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import type { CompetitionRow } from '#libs/competitions';
import { Notices } from '#libs/notifications';
import { awardPaths } from '../paths.js';
import { resultRecipients } from '../queries/result-recipients.js';
import { resultLetter } from './result-letter.js';

/**
 * Tells every applicant of every submitted proposal its result, in the transaction that makes the results public. Terms
 * run from it; for a proposal that was not admitted they ran from that decision.
 */
@Injectable()
export class ReleaseResults {
  constructor(private readonly notices: Notices) {}

  /** `alone`: only about these proposals, where an additional order decided on them. */
  async within(tx: Tx, competition: CompetitionRow, alone: readonly string[] | null = null): Promise<void> {
    for (const recipient of await resultRecipients(tx, competition.id, alone)) {
      const { applicationId, organisationId, to } = recipient;
      await this.notices.queue(tx, {
        to,
        kind: 'decision',
        organiserId: competition.organiserId,
        startsClock: recipient.outcome === 'refused' ? undefined : { aboutId: applicationId, organisationId },
        ...resultLetter(competition, recipient),
        path: awardPaths.applicationResult(applicationId),
        onceKey: `awards.${alone ? 'next' : 'result'}:${applicationId}:${to.personId}`,
      });
    }
  }
}
