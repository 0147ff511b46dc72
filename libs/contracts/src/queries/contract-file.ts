import { Injectable } from '@nestjs/common';
import { findDocument, OpenDocument, renderDocx, renderPdf, type PdfModel } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { contractPaper } from '../model/template/contract-paper.js';
import { ContractForPage } from './contract-for-page.js';
import { templateOf } from './find-template.js';
import { signedPaper } from './signed-paper.js';

export interface ContractFile {
  /** Without an extension. */
  name: string;
  content: Buffer;
}

/** A contract as a file: the signed one in its very words, a draft as it would be signed now. */
@Injectable()
export class ContractFiles {
  constructor(
    private readonly db: Database,
    private readonly contracts: ContractForPage,
    private readonly documents: OpenDocument,
  ) {}

  async pdf(ctx: Context, id: string): Promise<ContractFile> {
    const { name, paper, documentId } = await this.paper(ctx, id);
    if (!documentId) return { name, content: await renderPdf(paper) };
    return { name, content: await this.documents.bytes(await findDocument(this.db, documentId)) };
  }

  async docx(ctx: Context, id: string): Promise<ContractFile> {
    const { name, paper } = await this.paper(ctx, id);
    return { name, content: await renderDocx(paper) };
  }

  private async paper(ctx: Context, id: string): Promise<{ name: string; paper: PdfModel; documentId: string | null }> {
    const { content, contract } = await this.contracts.execute(ctx, id);
    const signed = await signedPaper(this.db, id);
    if (signed) return { ...signed, name: `Договір № ${signed.number.replaceAll('/', '-')}` };
    const { sections } = await templateOf(this.db, contract.organiserId, contract.templateNumber);
    return {
      name: `Проєкт договору ${content.organisation.edrpou}`,
      paper: contractPaper(content, sections),
      documentId: null,
    };
  }
}
