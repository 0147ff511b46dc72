import type { PdfModel } from '#libs/documents';
import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';

/** The minutes as they were signed. @throws NotFound before, and where they were not kept so */
export async function minutesPaper(reader: Reader, sessionId: string): Promise<PdfModel> {
  const row = await reader.one<{ paper: PdfModel & { issuedAt: string } }>(
    'select minutes_paper as paper from sessions.session where id = $1 and minutes_paper is not null',
    [sessionId],
  );
  if (!row) throw new NotFound();
  return { ...row.paper, issuedAt: new Date(row.paper.issuedAt) };
}
