import { readFileSync } from 'node:fs';

/** What a contract must say (rule 59), in the order of the paper; each section of a template has text. */
export const SECTIONS = [
  'parties',
  'subject',
  'sum',
  'stages',
  'indicators',
  'payments',
  'reporting',
  'monitoring',
  'changes',
  'return',
  'disputes',
  'final',
] as const;
export type SectionKey = (typeof SECTIONS)[number];
export type Sections = Record<SectionKey, string>;

export const SECTION_MAX = 8000;

/** The text that comes with the system: number 0 of every authority. */
export const SHIPPED: Sections = JSON.parse(
  readFileSync(new URL('../../data/contract-template.json', import.meta.url), 'utf8'),
) as Sections;

/** What makes a section say its thing; without it the contract would lack a part (rule 59). */
export const NEEDED: { readonly [K in SectionKey]?: readonly string[] } = {
  parties: ['орган', 'організація', 'підписант', 'підстава'],
  subject: ['предмет', 'КПКВК', 'КЕКВ'],
  sum: ['сума', 'сума словами', 'кошторис'],
  stages: ['початок', 'кінець', 'етапи'],
  indicators: ['показники'],
  payments: ['план виплат'],
  reporting: ['строк звіту'],
  final: ['реквізити'],
};
