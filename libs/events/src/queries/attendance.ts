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
  /** Of the counts, organisations that nobody of the list comes from. */
  moreOrganisations: number | null;
  /** Somebody has typed counts. */
  isCounted: boolean;
}

export async function attendanceOf(reader: Reader, eventId: string): Promise<Attendance> {
  const row = await reader.one<Omit<Attendance, 'attended'>>(
    `select r."byName", coalesce(a.on_paper, 0) as "onPaper", coalesce(a.online, 0) as online, a.women, a.men,
            a.not_stated as "notStated", a.organisations as "moreOrganisations", r.organisations + coalesce(a.organisations, 0) as organisations,
            a.event_id is not null as "isCounted"
       from (select coalesce(sum(seats), 0)::int as "byName",
                    count(distinct nullif(platform.search_form(coalesce(organisation, '')), ''))::int as organisations
               from events.registration where event_id = $1 and state = 'attended') r
       left join events.attendance a on a.event_id = $1`,
    [eventId],
  );
  const { isCounted, byName, onPaper, online } = row!;
  return { ...row!, attended: isCounted || byName > 0 ? byName + onPaper + online : null };
}
