import type { PdfBlock, PdfModel } from '#libs/documents';
import { longDateTime } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { ContractContent } from './contract-content.js';
import { filled, tableOf } from './markers.js';
import { SECTIONS, type SectionKey, type Sections } from './sections.js';

const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `contracts:paper.${key}`, data);

/** The contract as a paper: numbered sections with numbered points, tables where their markers stand. */
export function contractPaper(content: ContractContent, sections: Sections): PdfModel {
  const [parties, ...others] = SECTIONS;
  return {
    title: t('title'),
    language: 'uk',
    number: content.signing?.number,
    issuedAt: content.signing?.at,
    place: content.contract.place || content.organiser.city,
    blocks: [
      { kind: 'paragraph', text: filled(sections[parties], content) },
      ...others.flatMap((key, index) => section(key, index + 1, sections[key], content)),
      { kind: 'signatures', rows: signatures(content) },
    ],
  };
}

function section(key: SectionKey, number: number, text: string, content: ContractContent): PdfBlock[] {
  let point = 0;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const blocks = lines.map((line): PdfBlock => {
    const table = tableOf(line, content);
    if (table) return table;
    point += 1;
    return { kind: 'paragraph', lead: `${number}.${point}.`, text: filled(line, content) };
  });
  return [{ kind: 'heading', level: 1, text: `${number}. ${t(`section.${key}`)}` }, ...blocks];
}

function signatures({ contract, organiser, signing }: ContractContent) {
  const agreed = contract.agreedAt && signing;
  return [
    {
      position: `${t('organiser')}: ${organiser.directorPosition}`,
      name: organiser.director,
      mark: signing ? t('signedInSystem', { at: longDateTime(signing.at, 'uk', true) }) : '',
    },
    {
      position: `${t('recipient')}: ${contract.signerPosition ?? ''}`,
      name: contract.signerName ?? '',
      mark: agreed
        ? t('agreedInSystem', { at: longDateTime(contract.agreedAt!, 'uk', true), by: signing.agreedBy })
        : '',
    },
  ];
}
