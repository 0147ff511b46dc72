import type { Reader } from '#libs/platform/database';

/** What a person declared: one link a line, as it was typed. */
export async function declaredLinks(
  reader: Reader,
  personId: string,
): Promise<{ organisations: string; closePeople: string }> {
  const rows = await reader.rows<{ kind: string; line: string }>(
    'select kind, line from evaluation.declared_link where person_id = $1 order by line',
    [personId],
  );
  const linesOf = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [row.line] : [])).join('\n');
  return { organisations: linesOf('organisation'), closePeople: linesOf('close-person') };
}
