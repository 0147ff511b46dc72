import type { CompetitionRow } from '#libs/competitions';
import { isInTime, kyivDay } from '#libs/platform/clock';

export type Asked = Pick<CompetitionRow, 'state' | 'closesAt' | 'inquiriesUntil' | 'isRehearsal'>;

/** The last Kyiv day for asking: the setting, else the day on which the reception closes. */
export const lastDayForAsking = ({
  inquiriesUntil,
  closesAt,
}: Pick<Asked, 'inquiriesUntil' | 'closesAt'>): string | null => inquiriesUntil ?? (closesAt && kyivDay(closesAt));

/** Why nobody can ask about this competition now, as the code of the reason; null while everybody can. */
export function askingRefusal(competition: Asked, now: Date): string | null {
  const { state, inquiriesUntil, closesAt, isRehearsal } = competition;
  // A rehearsal is erased wholly: nothing of other people may hang on it.
  if (state !== 'announced' || isRehearsal) return 'announcements.asking-closed';
  const isOver =
    inquiriesUntil === null ? closesAt !== null && !isInTime(now, closesAt) : kyivDay(now) > inquiriesUntil;
  return isOver ? 'announcements.asking-over' : null;
}
