import type { PdfModel } from '#libs/documents';
import type { Reader } from '#libs/platform/database';

/** The minutes as they were signed; null before, and where they were not kept so. */
export async function minutesPaper(reader: Reader, sessionId: string): Promise<PdfModel | null> {
  const row = await reader.one<{ paper: PdfModel & { issuedAt: string } }>(
    'select minutes_paper as paper from sessions.session where id = $1 and minutes_paper is not null',
    [sessionId],
  );
  return row && { ...row.paper, issuedAt: new Date(row.paper.issuedAt) };
}
