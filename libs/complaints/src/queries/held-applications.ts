import { potRulesOf } from '#libs/awards';
import { competitionById } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { couldLose, type RatedRequest } from '../model/could-lose.js';
import type { EffectRow } from '../model/effect.js';

/** Why the money of a proposal waits. */
export type HeldBecause = 'complaint' | 'minutes' | 'changed';

interface Pending {
  applicationId: string;
  againstId: string | null;
  requestedKop: string;
  effect: EffectRow[] | null;
  because: HeldBecause;
}

/**
 * Only what the outcome of a complaint can change waits for it: the proposal itself, the award that it contests, and
 * those who would lose money if the complainant stood higher. After a satisfied one it waits for new minutes; what
 * these change stays held until an order makes the awards follow.
 */
export async function heldApplications(reader: Reader, competitionId: string): Promise<Map<string, HeldBecause>> {
  const pending = await reader.rows<Pending>(
    `select m.application_id as "applicationId", m.against_id as "againstId", a.requested_kop as "requestedKop", w.effect,
            case when m.state <> 'answered' then 'complaint' when w.carried_at is null then 'minutes' else 'changed' end as because
       from complaints.complaint m
       join applications.v_application a on a.id = m.application_id
       left join complaints.answer w on w.complaint_id = m.id and w.signed_at is not null
      where m.competition_id = $1
        and (m.state in ('open', 'proposed') or (w.correction is not null and coalesce(w.is_adopted, true)))
        and not exists (select from awards.v_followed_change f where f.source_id = m.id)
      order by m.registered_at desc, m.id`,
    [competitionId],
  );
  const held = new Map<string, HeldBecause>();
  if (pending.length === 0) return held;
  const money = potRulesOf(await competitionById(reader, competitionId));
  const rating = await requestsOf(reader, competitionId);
  for (const one of pending) {
    const complainant = { applicationId: one.applicationId, requestedKop: toSafeInteger(one.requestedKop) };
    const touched =
      one.because === 'complaint'
        ? [one.applicationId, ...(one.againstId ? [one.againstId] : []), ...couldLose(money, rating, complainant)]
        : changedBy(one.effect ?? []);
    for (const id of touched) if (!held.has(id)) held.set(id, one.because);
  }
  return held;
}

const changedBy = (effect: readonly EffectRow[]): string[] =>
  effect.filter(({ before, after }) => before.amountKop !== after.amountKop).map(({ applicationId }) => applicationId);

async function requestsOf(reader: Reader, competitionId: string): Promise<RatedRequest[]> {
  const rows = await reader.rows<{ applicationId: string; place: number | null; kop: string }>(
    `select a.id as "applicationId", r.place, a.requested_kop as kop
       from applications.v_application a left join evaluation.v_rating r on r.application_id = a.id
      where a.competition_id = $1 and a.state = 'admitted'`,
    [competitionId],
  );
  return rows.map(({ applicationId, place, kop }) => ({ applicationId, place, requestedKop: toSafeInteger(kop) }));
}
