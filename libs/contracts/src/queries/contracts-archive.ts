import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { findDocument, OpenDocument, renderPdf } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { zipOf, type ZipEntry } from '../model/zip.js';
import { ContractsOfAuthority } from './contracts-of-authority.js';
import { signedPaper } from './signed-paper.js';

/** Every signed contract of a competition in one archive, a file at a time: it is never whole in memory. */
@Injectable()
export class ContractsArchive {
  constructor(
    private readonly db: Database,
    private readonly contracts: ContractsOfAuthority,
    private readonly documents: OpenDocument,
  ) {}

  async execute(ctx: Context, competitionId: string): Promise<{ name: string; content: Readable }> {
    const { code } = await this.contracts.competition(ctx, competitionId);
    const rows = await this.db.rows<{ id: string; edrpou: string }>(
      `select c.id, o.edrpou from contracts.contract c join identity.v_organisation o on o.id = c.organisation_id
        where c.competition_id = $1 and c.signed_at is not null order by c.signed_at, c.id`,
      [competitionId],
    );
    return { name: `contracts-${code}.zip`, content: Readable.from(zipOf(this.files(rows))) };
  }

  private async *files(rows: readonly { id: string; edrpou: string }[]): AsyncIterable<ZipEntry> {
    for (const { id, edrpou } of rows) {
      const { number, paper, documentId } = (await signedPaper(this.db, id))!;
      const content = documentId
        ? await this.documents.bytes(await findDocument(this.db, documentId))
        : await renderPdf(paper);
      yield { name: `Договір № ${number.replaceAll('/', '-')} (${edrpou}).pdf`, content };
    }
  }
}
