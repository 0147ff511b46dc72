import { choicesOf, defineList } from '#libs/platform/http';
import { PARTS } from '../model/result-file/lines.js';
import { awardPaths } from '../paths.js';
import type { ResultFileRow } from '../queries/result-files.js';

const F = 'awards:files.';
const TONES = { closing: 'info', scoring: 'progress', decision: 'success' };

export const resultFilesList = defineList<ResultFileRow>({
  name: 'result-files',
  title: `${F}title`,
  search: { label: `${F}search`, in: ['title', 'titleEn', 'code', 'organiserName'] },
  filters: [{ name: 'part', label: `${F}parts`, any: `${F}anyPart`, choices: choicesOf(PARTS, `${F}part.`) }],
  columns: [
    {
      key: 'title',
      phrase: `${F}competition`,
      value: (row, { lang }) => (lang === 'en' && row.titleEn) || row.title,
      sort: 'title collate "uk-x-icu"',
      href: ({ code }) => awardPaths.resultFile(code),
      isHeading: true,
    },
    { key: 'organiserName', phrase: `${F}organiser`, under: 'title' },
    { key: 'code', phrase: `${F}code` },
    { key: 'part', phrase: `${F}parts`, kind: 'state', words: `${F}part.`, tone: ({ part }) => TONES[part] },
    { key: 'publishedAt', phrase: `${F}publishedAt`, kind: 'instant' },
    { key: 'sizeKb', phrase: `${F}sizeKb`, kind: 'number' },
  ],
  order: '"publishedAt" desc, code',
});
