import { Injectable } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import { findDocuments, OpenDocument } from '#libs/documents';
import { Database } from '#libs/platform/database';

/** The documents of a letter, as nodemailer takes them. */
@Injectable()
export class Attachments {
  constructor(
    private readonly db: Database,
    private readonly documents: OpenDocument,
  ) {}

  async of(documentIds: readonly string[]): Promise<SendMailOptions['attachments']> {
    if (documentIds.length === 0) return [];
    const found = await findDocuments(this.db, documentIds);
    return Promise.all(
      found.map(async (document) => ({
        filename: document.name,
        contentType: document.mediaType,
        content: await this.documents.bytes(document),
      })),
    );
  }
}
