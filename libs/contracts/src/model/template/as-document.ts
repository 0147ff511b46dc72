import type { PdfBlock, PdfModel } from '#libs/documents';
import { longDate } from '#libs/platform/clock';

/** The same words for DOCX: day, place and number as a line, and lines to sign on, because a document to write in carries no signatures. */
export function asDocument({ blocks, ...model }: PdfModel): PdfModel {
  const { issuedAt, place, number } = model;
  const line = [issuedAt && longDate(issuedAt, 'uk'), place, number && `№ ${number}`].filter(Boolean).join('    ');
  return {
    ...model,
    blocks: [{ kind: 'paragraph', text: line, align: 'center' }, ...blocks.map(withoutSignatures)],
  };
}

function withoutSignatures(block: PdfBlock): PdfBlock {
  if (block.kind !== 'signatures') return block;
  const rows = block.rows.map(({ position, name, mark }) => [position, mark || '________________', name]);
  return {
    kind: 'table',
    columns: ['', '', ''].map((title) => ({ title, align: 'left' as const })),
    rows,
  };
}
