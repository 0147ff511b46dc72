import type { Lang } from '#libs/platform/access';
import { longDateTime } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { clockStart, type ClockStart, type LetterFate } from '../model/clock-start.js';

export interface NoticeClock {
  aboutId: string;
  template: string;
  start: ClockStart;
}

/**
 * From when the terms run that notices about these subjects started; of each template the latest notice. For modules
 * that count days: an organisation that was not told owes nothing yet.
 */
export async function noticeClocks(
  reader: Reader,
  aboutIds: readonly string[],
  templates: readonly string[],
): Promise<NoticeClock[]> {
  const rows = await reader.rows<{ aboutId: string; template: string; toldAt: Date | null; letters: StoredFate[] }>(
    `select distinct on (c.about_id, c.template) c.about_id as "aboutId", c.template, c.told_at as "toldAt",
            (select coalesce(json_agg(json_build_object('state', m.state, 'sentAt', m.sent_at, 'openedAt', m.opened_at,
                                                        'isReturned', m.return_noted_at is not null)), '[]')
               from notifications.message m where m.clock_id = c.id) as letters
       from notifications.clock c
      where c.about_id = any($1) and c.template = any($2)
      order by c.about_id, c.template, c.queued_at desc, c.id desc`,
    [aboutIds, templates],
  );
  return rows.map(({ aboutId, template, toldAt, letters }) => ({
    ...{ aboutId, template },
    start: clockStart({ letters: letters.map(fateOf), toldAt }),
  }));
}

/** JSON tells instants as texts. */
type StoredFate = Omit<LetterFate, 'sentAt' | 'openedAt'> & { sentAt: string | null; openedAt: string | null };

const fateOf = ({ sentAt, openedAt, ...fate }: StoredFate): LetterFate => ({
  ...fate,
  sentAt: sentAt === null ? null : new Date(sentAt),
  openedAt: openedAt === null ? null : new Date(openedAt),
});

/** Whether and from when the term runs, as a sentence that says why. */
export function clockSentence(start: ClockStart, lang: Lang): string {
  return start.runs
    ? phrase(lang, `notifications:clock.${start.because}`, { at: longDateTime(start.from, lang) })
    : phrase(lang, `notifications:clock.${start.because}`);
}
