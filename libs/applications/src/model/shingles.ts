import { createHash } from 'node:crypto';
import type { FrozenProposal } from './frozen-proposal.js';

/** A run of words of a proposal that can be compared with others. */
export interface Passage {
  part: string;
  words: string;
  /** 48-bit hashes. */
  shingles: number[];
}

/** Shorter ones are alike by chance: «Навчання», «Друк». */
export const PASSAGE_WORDS_MIN = 12;
const RUN_WORDS = 4;
/** Of each passage the smallest hashes are kept: the cost of a passage is bounded, and equal words give equal samples. */
export const SHINGLES_MAX = 32;
export const PASSAGES_MAX = 60;

/** The passages of a proposal that are long enough, with their samples. Names of things are not looked at. */
export function passagesOf(content: FrozenProposal): Passage[] {
  const texts: [string, string][] = [
    ...(content.sections ?? []).flatMap(({ key, answers }) =>
      answers.map(({ answer }): [string, string] => [`answers/${key}`, answer]),
    ),
    ['activities', (content.activities ?? []).map(({ title }) => title).join('. ')],
    ['budget', content.budget.lines.map(({ title }) => title).join('. ')],
    ['indicators', (content.indicators ?? []).map(({ title, planned }) => `${title} ${planned}`).join('. ')],
  ];
  return texts
    .filter(([, text]) => wordsOf(text).length >= PASSAGE_WORDS_MIN)
    .slice(0, PASSAGES_MAX)
    .map(([part, text]) => ({ part, words: text, shingles: shinglesOf(text) }));
}

/** Letter by letter the same to a reader: case, apostrophes and punctuation do not count. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’'ʼ`]/g, '')
    .match(/[\p{L}\d]+/gu) ?? [];

export function shinglesOf(text: string): number[] {
  const words = wordsOf(text);
  const runs = words.slice(0, Math.max(1, words.length - RUN_WORDS + 1));
  const hashes = runs.map((_word, index) => hashOf(words.slice(index, index + RUN_WORDS).join(' ')));
  return [...new Set(hashes)].sort((a, b) => a - b).slice(0, SHINGLES_MAX);
}

const hashOf = (run: string): number => {
  const bytes = createHash('sha256').update(run).digest();
  return bytes.readUIntBE(0, 6);
};
