import { Injectable } from '@nestjs/common';
import { findDocument, OpenDocument, renderDocx, renderPdf, type PdfModel } from '#libs/documents';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';

interface Approved {
  number: string;
  paper: PdfModel;
  documentId: string | null;
}

/** The words of an approved conclusion; undefined before the approval. */
export async function approvedPaper(reader: Reader, projectId: string): Promise<Approved | undefined> {
  const row = await reader.one<Approved>(
    `select number, paper, document_id as "documentId" from monitoring.conclusion
      where project_id = $1 and state = 'approved'`,
    [projectId],
  );
  return row && { ...row, paper: { ...row.paper, issuedAt: new Date(row.paper.issuedAt!) } };
}

export const nameOfConclusion = (number: string): string => `Висновок № ${number.replaceAll('/', '-')}`;

/** rule 66: an approved conclusion in its very words, for everybody. */
@Injectable()
export class ConclusionFiles {
  constructor(
    private readonly db: Database,
    private readonly documents: OpenDocument,
  ) {}

  /** The file that was made once; until it is there, the same bytes of the same words. */
  async pdf(projectId: string) {
    const { number, paper, documentId } = await this.published(projectId);
    const content = documentId
      ? await this.documents.bytes(await findDocument(this.db, documentId))
      : await renderPdf(paper);
    return { name: nameOfConclusion(number), content };
  }

  async docx(projectId: string) {
    const { number, paper } = await this.published(projectId);
    return { name: nameOfConclusion(number), content: await renderDocx(paper) };
  }

  private async published(projectId: string): Promise<Approved> {
    const real = await this.db.one(
      `select from monitoring.project p
         join competitions.v_competition k on k.id = p.competition_id and not k.is_rehearsal where p.id = $1`,
      [projectId],
    );
    const approved = real ? await approvedPaper(this.db, projectId) : undefined;
    if (!approved) throw new NotFound();
    return approved;
  }
}
