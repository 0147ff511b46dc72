import type { PdfModel } from '#libs/documents';
import type { Reader } from '#libs/platform/database';

export interface SignedPaper {
  number: string;
  paper: PdfModel;
  documentId: string | null;
}

/** A signed contract in its very words; undefined before the signature. */
export async function signedPaper(reader: Reader, contractId: string): Promise<SignedPaper | undefined> {
  const found = await reader.one<SignedPaper>(
    `select number, paper, document_id as "documentId" from contracts.contract where id = $1 and signed_at is not null`,
    [contractId],
  );
  return found && { ...found, paper: { ...found.paper, issuedAt: new Date(found.paper.issuedAt!) } };
}
