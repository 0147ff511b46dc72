import type { PdfBlock, PdfModel } from '#libs/documents';
import type { Signer } from '#libs/identity';
import { longDateTime } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { OrderedProposal } from './admission-order.js';

export interface AdmissionOrderContent {
  number: string;
  signedAt: Date;
  signer: Signer;
  organiser: { name: string; city: string };
  competitionTitle: string;
  ruleSet: { title: string; act: string | null };
  preparedByName: string;
  proposals: readonly OrderedProposal[];
}

// An order is an official document: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) =>
  phrase('uk', `applications:admission.paper.${key}`, data);

/** The director's order («наказ») on admission. */
export function admissionOrderPaper(content: AdmissionOrderContent): PdfModel {
  const { number, signedAt, signer, organiser, competitionTitle, ruleSet, preparedByName, proposals } = content;
  const of = (verdict: string) => proposals.filter((one) => one.verdict === verdict);
  const parts = [admitted(of('admit')), refused(of('refuse')), [text('publish')], [text('control')]];
  return {
    title: t('title'),
    language: 'uk',
    number,
    issuedAt: signedAt,
    place: organiser.city,
    headerLines: [organiser.name],
    blocks: [
      { kind: 'paragraph', text: t('subject', { title: competitionTitle }), bold: true },
      text('preamble', { rules: [ruleSet.title, ruleSet.act].filter(Boolean).join('; '), name: preparedByName }),
      ...numbered(parts),
      {
        kind: 'signatures',
        rows: [{ ...signer, mark: t('signedInSystem', { at: longDateTime(signedAt, 'uk', true) }) }],
      },
    ],
  };
}

function text(key: string, data: Record<string, unknown> = {}): PdfBlock {
  return { kind: 'paragraph', text: t(key, data) };
}

function numbered(parts: readonly PdfBlock[][]): PdfBlock[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap(([opening, ...rest], index) => [{ ...opening, lead: `${index + 1}.` } as PdfBlock, ...rest]);
}

function admitted(proposals: readonly OrderedProposal[]): PdfBlock[] {
  if (proposals.length === 0) return [];
  return [
    text('admit'),
    {
      kind: 'table',
      columns: [
        { title: t('code'), width: 34, align: 'left' },
        { title: t('organisation'), align: 'left' },
        { title: t('project'), align: 'left' },
      ],
      rows: proposals.map((one) => [one.registerCode, t('body', { ...one }), one.title]),
    },
  ];
}

function refused(proposals: readonly OrderedProposal[]): PdfBlock[] {
  if (proposals.length === 0) return [];
  return [text('refuse'), { kind: 'list', ordered: false, items: proposals.map((one) => t('refuseItem', { ...one })) }];
}
