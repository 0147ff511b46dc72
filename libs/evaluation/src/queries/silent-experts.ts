import { competitionById } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';

const DAY_MS = 86_400_000;

export interface SilentExpert {
  competitionId: string;
  personId: string;
  /** When the published rule replaces the expert. */
  dueAt: Date;
}

/** Experts who got work and have not begun any of it, where somebody of the reserve could take it. */
export async function silentExperts(reader: Reader): Promise<SilentExpert[]> {
  const rows = await reader.rows<{ competitionId: string; personId: string; since: Date }>(
    `select a.competition_id as "competitionId", a.person_id as "personId", min(a.assigned_at) as since
       from evaluation.assignment a
       join competitions.v_competition c on c.id = a.competition_id and c.state = 'scoring' and c.scoring_mode = 'k-of-n'
      where a.ended_at is null
        and exists (select from evaluation.expert_seat s
                     where s.competition_id = c.id and s.state = 'accepted' and s.is_reserve)
        and not exists (select from evaluation.score_sheet s
                         where s.competition_id = a.competition_id and s.person_id = a.person_id)
      group by 1, 2 order by 1, 3, 2`,
  );
  const days = new Map<string, number | null>();
  for (const { competitionId } of rows)
    if (!days.has(competitionId)) {
      const { ruleSet } = await competitionById(reader, competitionId);
      days.set(competitionId, ruleSet?.slots.expertSilenceDays?.value ?? null);
    }
  return rows.flatMap(({ competitionId, personId, since }) => {
    const wait = days.get(competitionId);
    return wait == null ? [] : [{ competitionId, personId, dueAt: new Date(since.getTime() + wait * DAY_MS) }];
  });
}
