import { Injectable } from '@nestjs/common';
import { renderDocx, renderPdf, type PdfModel } from '#libs/documents';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';

/** rule 66: an approved conclusion in its very words, for everybody. */
@Injectable()
export class ConclusionFiles {
  constructor(private readonly db: Database) {}

  async pdf(projectId: string) {
    const { name, paper } = await this.paper(projectId);
    return { name, content: await renderPdf(paper) };
  }

  async docx(projectId: string) {
    const { name, paper } = await this.paper(projectId);
    return { name, content: await renderDocx(paper) };
  }

  private async paper(projectId: string): Promise<{ name: string; paper: PdfModel }> {
    const row = await this.db.one<{ number: string; paper: PdfModel & { issuedAt: string } }>(
      `select c.number, c.paper from monitoring.conclusion c
         join monitoring.project p on p.id = c.project_id
         join competitions.v_competition k on k.id = p.competition_id and not k.is_rehearsal
        where c.project_id = $1 and c.state = 'approved'`,
      [projectId],
    );
    if (!row) throw new NotFound();
    const name = `Висновок № ${row.number.replaceAll('/', '-')}`;
    return { name, paper: { ...row.paper, issuedAt: new Date(row.paper.issuedAt) } };
  }
}
