import type { Reader } from '#libs/platform/database';
import { AWARD } from '../model/agenda.js';
import type { Advice } from '../model/director-lines.js';

export interface CommissionAdvice {
  /** By proposal; what had no quorum is not advised on. */
  byProposal: Map<string, Advice>;
  minutes: { number: number; signedAt: Date }[];
}

/** What the commission advised by signed minutes, where the director distributes the money. */
export async function commissionAdvice(reader: Reader, competitionId: string): Promise<CommissionAdvice> {
  const rows = await reader.rows<{ applicationId: string; result: string; number: number; signedAt: Date }>(
    `select i.subject_id as "applicationId", i.result, i.session_number as number,
            i.closed_at as "signedAt"
       from sessions.v_item i
      where i.scope_id = $1 and i.kind = $2 and i.result in ('adopted', 'rejected') order by i.session_number`,
    [competitionId, AWARD],
  );
  const byNumber = new Map(rows.map(({ number, signedAt }) => [number, { number, signedAt }]));
  return {
    byProposal: new Map(
      rows.map(({ applicationId, result }) => [applicationId, result === 'adopted' ? 'for' : 'against']),
    ),
    minutes: [...byNumber.values()],
  };
}
