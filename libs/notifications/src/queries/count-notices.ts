import type { Reader } from '#libs/platform/database';

/** How many notices lie in the cabinet of a person. */
export async function countNotices(reader: Reader, personId: string): Promise<number> {
  const row = await reader.one<{ count: number }>(
    'select count(*)::int as count from notifications.message where to_person_id = $1 and not holds_secret',
    [personId],
  );
  return row!.count;
}
