import type { Reader } from '#libs/platform/database';

/** Who was there, by name and by count; null when nobody has counted yet. */
export interface Attendance {
  /** Everybody together. */
  attended: number | null;
  /** Of them by name: read by code, found in the list, typed from paper. */
  byName: number;
  onPaper: number;
  online: number;
  /** Each organisation once. */
  organisations: number;
  women: number | null;
  men: number | null;
  notStated: number | null;
}

export async function attendanceOf(reader: Reader, eventId: string): Promise<Attendance> {
  const row = await reader.one<Attendance & { isCounted: boolean }>(
    `select r."byName", coalesce(a.on_paper, 0) as "onPaper", coalesce(a.online, 0) as online, a.women, a.men,
            a.not_stated as "notStated", r.organisations + coalesce(a.organisations, 0) as organisations,
            a.event_id is not null or r."byName" > 0 as "isCounted"
       from (select coalesce(sum(seats), 0)::int as "byName",
                    count(distinct nullif(platform.search_form(coalesce(organisation, '')), ''))::int as organisations
               from events.registration where event_id = $1 and state = 'attended') r
       left join events.attendance a on a.event_id = $1`,
    [eventId],
  );
  const { isCounted, ...one } = row!;
  return { ...one, attended: isCounted ? one.byName + one.onPaper + one.online : null };
}
