import { competitionById } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';

const DAY_MS = 86_400_000;

/** Kind of the reminder after which the secretary knows that nobody can take the place. */
export const SILENCE_SAID = 'silent-without-reserve';

export interface SilentExpert {
  competitionId: string;
  personId: string;
  /** When the published rule replaces the expert. */
  dueAt: Date;
  /** Somebody of the reserve could take the work. */
  hasReserve: boolean;
}

/** Experts who got work and have not begun any of it; where the reserve is empty, until that was said. */
export async function silentExperts(reader: Reader): Promise<SilentExpert[]> {
  const rows = await reader.rows<Omit<SilentExpert, 'dueAt'> & { since: Date }>(
    `select a.competition_id as "competitionId", a.person_id as "personId", min(a.assigned_at) as since,
            ${HAS_RESERVE} as "hasReserve"
       from evaluation.assignment a
       join competitions.v_competition c on c.id = a.competition_id and c.state = 'scoring' and c.scoring_mode = 'k-of-n'
      where a.ended_at is null
        and (${HAS_RESERVE} or not exists (select from evaluation.reminder r
               where r.competition_id = a.competition_id and r.person_id = a.person_id and r.kind = '${SILENCE_SAID}'))
        and not exists (select from evaluation.score_sheet s
                         where s.competition_id = a.competition_id and s.person_id = a.person_id)
      group by a.competition_id, a.person_id, c.id order by 1, 3, 2`,
  );
  const days = new Map<string, number | null>();
  for (const { competitionId } of rows)
    if (!days.has(competitionId)) {
      const { ruleSet } = await competitionById(reader, competitionId);
      days.set(competitionId, ruleSet?.slots.expertSilenceDays?.value ?? null);
    }
  return rows.flatMap(({ since, ...silent }) => {
    const wait = days.get(silent.competitionId);
    return wait == null ? [] : [{ ...silent, dueAt: new Date(since.getTime() + wait * DAY_MS) }];
  });
}

const HAS_RESERVE = `exists (select from evaluation.expert_seat s
                              where s.competition_id = c.id and s.state = 'accepted' and s.is_reserve)`;
