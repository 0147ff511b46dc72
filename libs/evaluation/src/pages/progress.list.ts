import { choicesOf, defineList } from '#libs/platform/http';
import type { ScorerProgress } from '../queries/scoring-progress.js';

export type ProgressRow = ScorerProgress & { standing: 'late' | 'done' | 'nothing'; notBegun: number };

const P = 'evaluation:progress.';
const TONES = { late: 'progress', done: 'success', nothing: 'neutral' };

/** How far every member and expert is: counts only. */
export const progressList = defineList<ProgressRow>({
  name: 'scoring-progress',
  title: `${P}title`,
  search: { label: `${P}search`, in: ['fullName'] },
  filters: [
    {
      name: 'standing',
      label: `${P}state`,
      any: `${P}any`,
      choices: choicesOf(Object.keys(TONES), P),
    },
  ],
  columns: [
    { key: 'fullName', phrase: `${P}person`, isHeading: true },
    { key: 'standing', phrase: `${P}state`, kind: 'state', words: P, tone: ({ standing }) => TONES[standing] },
    { key: 'undeclared', phrase: `${P}undeclared`, kind: 'number' },
    { key: 'conflicts', phrase: `${P}conflicts`, kind: 'number' },
    { key: 'notBegun', phrase: `${P}notBegun`, kind: 'number' },
    { key: 'draft', phrase: `${P}draft`, kind: 'number' },
    { key: 'ready', phrase: `${P}ready`, kind: 'number' },
    { key: 'signed', phrase: `${P}signed`, kind: 'number' },
    { key: 'total', phrase: `${P}total`, kind: 'number' },
  ],
  order: '"fullName"',
  pageSize: 100,
});

export function progressRow(one: ScorerProgress): ProgressRow {
  const { isLate, total, draft, ready, signed } = one;
  return { ...one, standing: isLate ? 'late' : total ? 'done' : 'nothing', notBegun: total - draft - ready - signed };
}
