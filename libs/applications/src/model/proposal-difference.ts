import { shortDate } from '#libs/platform/clock';
import type { FrozenProposal } from './frozen-proposal.js';
import type { Part } from './parts.js';

/** A place of a proposal that reads otherwise in two versions; '' = it was not there. */
export interface Difference {
  part: Part;
  /** A question in its own words, or the number of a row. */
  label: string;
  before: string;
  after: string;
}

type Place = Omit<Difference, 'before' | 'after'> & { text: string };

/** What reads otherwise in the later version, in the order of the form. */
export function differencesOf(before: FrozenProposal, after: FrozenProposal): Difference[] {
  const earlier = placesOf(before);
  const later = placesOf(after);
  const keys = [...new Set([...earlier.keys(), ...later.keys()])];
  return keys.flatMap((key) => {
    const { part, label } = (later.get(key) ?? earlier.get(key))!;
    const [from, to] = [earlier.get(key)?.text ?? '', later.get(key)?.text ?? ''];
    return from === to ? [] : [{ part, label, before: from, after: to }];
  });
}

function placesOf(content: FrozenProposal): Map<string, Place> {
  const rows = (part: Part, texts: readonly string[]): [string, Place][] =>
    texts.map((text, index) => [`${part} ${index}`, { part, label: String(index + 1), text }]);
  return new Map<string, Place>([
    ...about(content),
    ...(content.sections ?? []).flatMap(({ key, answers }) =>
      answers.map((one): [string, Place] => [
        `answers/${key} ${one.key}`,
        { part: `answers/${key}`, label: one.question, text: answerText(one) },
      ]),
    ),
    ...rows(
      'activities',
      (content.activities ?? []).map(({ month, title, place, responsible }) => line(month, title, place, responsible)),
    ),
    ...rows('budget', content.budget.lines.map(budgetText)),
    ...rows(
      'indicators',
      content.indicators.map(({ title, baseline, planned, unit, source }) =>
        line(title, `${baseline} → ${planned} ${unit}`.trim(), source),
      ),
    ),
    ...(content.files ?? []).map(({ name, sha256, question }): [string, Place] => [
      `files ${sha256}`,
      { part: 'files', label: question ?? '', text: name },
    ]),
  ]);
}

const about = ({ title, priority, startOn, endOn, reach }: FrozenProposal): [string, Place][] =>
  Object.entries({ title, priority, days: daysText(startOn, endOn), reach: reachText(reach) }).map(([key, text]) => [
    `about ${key}`,
    { part: 'about', label: `applications:about.${key}`, text },
  ]);

/** On paper a day may be missing. */
const daysText = (...days: (string | null | undefined)[]): string =>
  days.map((day) => (day ? shortDate(day) : '…')).join(' – ');

const reachText = (reach: FrozenProposal['reach'] = []): string =>
  reach.map(({ group, people }) => `${group}: ${people}`).join('\n');

const answerText = ({ answer, table }: FrozenProposal['sections'][number]['answers'][number]): string =>
  table ? table.rows.map((cells) => cells.join(' | ')).join('\n') : answer;

const line = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' · ');

function budgetText({ category, title, unit, quantity, priceKop, months = 1, ...shares }: BudgetText): string {
  const sums = [shares.fundedKop, shares.ownKop, shares.otherKop ?? 0].map(hryvnias).join(' + ');
  return line(category, title, `${quantity} ${unit} × ${hryvnias(priceKop)} × ${months}`, sums);
}
type BudgetText = FrozenProposal['budget']['lines'][number];

const hryvnias = (kop: number): string => (kop / 100).toFixed(2).replace('.', ',');
