import { choicesOf, defineList } from '#libs/platform/http';
import { OUTCOMES, type Outcome } from '../model/plan-import.js';

/** A row of a file as a person reads it. */
export interface WordedRow {
  number: number;
  organisationName: string;
  edrpou: string;
  /** The other fields, in one line. */
  what: string;
  outcome: Outcome;
  /** Why it is refused, what is to be looked at, and what would change. */
  notes: string;
}

const TONES: Record<Outcome, string> = { new: 'success', changed: 'info', same: 'neutral', refused: 'danger' };
const R = 'registers:rows.';

/** What will come, or has come, of each row of a file. */
export const importRowsList = defineList<WordedRow>({
  name: 'import-rows',
  title: `${R}title`,
  search: { label: `${R}search`, in: ['organisationName', 'edrpou', 'what'] },
  filters: [
    {
      name: 'outcome',
      label: `${R}outcome`,
      any: `${R}anyOutcome`,
      choices: choicesOf(OUTCOMES, 'registers:rowOutcome.'),
    },
  ],
  columns: [
    { key: 'number', phrase: `${R}number`, kind: 'number' },
    { key: 'organisationName', phrase: `${R}organisation`, isHeading: true },
    { key: 'edrpou', phrase: `${R}edrpou`, under: 'organisationName' },
    { key: 'what', phrase: `${R}what` },
    {
      key: 'outcome',
      phrase: `${R}outcome`,
      kind: 'state',
      words: 'registers:rowOutcome.',
      tone: ({ outcome }) => TONES[outcome],
    },
    { key: 'notes', phrase: `${R}notes` },
  ],
  order: 'number',
});
