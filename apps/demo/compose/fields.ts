import { readFileSync } from 'node:fs';

/** Hand-written material of one field of work; `{people}` and `{place}` are filled in. */
export interface Field {
  problem: string[];
  target: string[];
  tasks: string[];
  experience: string[];
  activities: string[];
  /** category | title | unit | price in UAH */
  lines: string[];
  /** title | unit | source */
  indicators: string[];
  /** title | source */
  quality: string;
}

interface ProposalWords {
  aim: string[];
  sustainability: string[];
  risks: string[];
  partners: string[];
  /** title | unit | price in UAH of what the organisation brings itself */
  own: string[];
  rest: string[];
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../data/${file}.json`, import.meta.url), 'utf8')) as T;

const fields = read<Record<string, Field>>('fields');
export const proposalWords = read<ProposalWords>('proposal-words');

/** Priorities name a field in their own way. */
const MATERIAL: Record<string, string> = { 'older-people': 'elderly', 'women-safety': 'women' };

export function fieldOf(name: string): Field {
  const field = fields[MATERIAL[name] ?? name];
  if (!field) throw new Error(`no material for the field ${name}`);
  return field;
}

/** The priorities a field may stand under, in any competition of the demo. */
const PRIORITIES: Record<string, string[]> = {
  cohesion: ['idp', 'veterans', 'civic'],
  youth: ['youth', 'sport', 'patriotic'],
  inclusion: ['disability', 'elderly', 'women'],
  environment: ['environment'],
  'culture-media': ['culture', 'media', 'history'],
  'older-people': ['older-people'],
  disability: ['disability'],
  families: ['families'],
  decisions: ['women'],
  safety: ['women-safety'],
};

export function priorityOf(field: string, offered: readonly { key: string }[]): string {
  const found = offered.find(({ key }) => PRIORITIES[key]?.includes(field));
  if (!found) throw new Error(`no priority for the field ${field}`);
  return found.key;
}
