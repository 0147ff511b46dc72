import { findDocuments } from '#libs/documents';
import type { Reader } from '#libs/platform/database';
import type { Outcome } from '../model/event.lifecycle.js';
import { attendanceOf, type Attendance } from './attendance.js';

export interface Material {
  id: string;
  documentId: string;
  name: string;
  title: string;
  mediaType: string;
  size: number;
}

export interface OutcomeView {
  summary: string;
  nextSteps: string | null;
  noDocumentReason: string | null;
  materials: Material[];
  attendance: Attendance;
}

export async function outcomeOf(reader: Reader, eventId: string): Promise<OutcomeView> {
  const written = await reader.one<Pick<OutcomeView, 'summary' | 'nextSteps' | 'noDocumentReason'>>(
    `select summary, next_steps as "nextSteps", no_document_reason as "noDocumentReason" from events.outcome where event_id = $1`,
    [eventId],
  );
  return {
    ...(written ?? { summary: '', nextSteps: null, noDocumentReason: null }),
    materials: await materialsOf(reader, eventId),
    attendance: await attendanceOf(reader, eventId),
  };
}

/** Withdrawn files are not there any more; a redacted copy stands in. */
async function materialsOf(reader: Reader, eventId: string): Promise<Material[]> {
  const rows = await reader.rows<{ id: string; documentId: string; title: string }>(
    'select id, document_id as "documentId", title from events.material where event_id = $1 order by id limit 100',
    [eventId],
  );
  const documents = await findDocuments(
    reader,
    rows.map(({ documentId }) => documentId),
  );
  return rows.flatMap((row) => {
    const document = documents.find(({ ownerId }) => ownerId === row.id);
    return document ? [{ ...row, name: document.name, mediaType: document.mediaType, size: document.size }] : [];
  });
}

/** What the guard of reporting looks at. */
export const outcomeSubject = ({ summary, noDocumentReason, materials, attendance }: OutcomeView): Outcome => ({
  attended: attendance.attended,
  summaryLength: summary.length,
  documents: materials.length,
  noDocumentReason,
});
