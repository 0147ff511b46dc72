import type { Reader } from '#libs/platform/database';
import { DEFAULT_PREFERENCE, type Preference } from '../model/preference.js';

/** What a person wished, or what holds for whoever wished nothing. */
export async function preferenceOf(reader: Reader, personId: string): Promise<Preference> {
  const found = await reader.one<Preference>(
    `select frequency, daily_hour as "dailyHour", muted from notifications.preference where person_id = $1`,
    [personId],
  );
  return found ?? DEFAULT_PREFERENCE;
}
