import { readFileSync } from 'node:fs';
import { planOf2020 } from './plan-2020.js';
import type { DirectionPart, MeasurePart, PlanFile } from './plan-file.js';

/** The document as it was scanned: marks of bold type are not words; blanks, tabs and line ends are one blank. */
function wordsOf(text: string): string {
  return text
    .replace(/\*\*|<\/?b>/g, '')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');
}

const document = wordsOf(readFileSync(new URL('../data/plan-of-measures-2020.txt', import.meta.url), 'utf8'));

function partiesAsWritten(measure: MeasurePart): string {
  return measure.parties.map(({ text, byConsent }) => (byConsent ? `${text} (за згодою)` : text)).join(', ');
}

function rowsAsWritten(direction: DirectionPart): string[] {
  const heading = `${direction.number}. ${direction.title}`;
  const rows = direction.measures.map(({ number, title, deadline, ...rest }) => [
    number,
    title,
    deadline.text,
    partiesAsWritten(rest as MeasurePart),
  ]);
  // In the scan the heading of direction 1 stands inside its first row, after the number.
  if (direction.number === 1) rows[0]!.splice(1, 0, heading);
  return direction.number === 1 ? rows.flat() : [heading, ...rows.flat()];
}

function asWritten(plan: PlanFile): string {
  return wordsOf(
    [
      'ЗАТВЕРДЖУЮ',
      plan.approval.position,
      plan.approval.name,
      '«20» грудня 2019 року',
      plan.title,
      '№ з/п Найменування заходу Строк виконання Відповідальні за виконання',
      ...plan.directions.flatMap(rowsAsWritten),
      plan.signature.position,
      plan.signature.name,
    ].join(' '),
  );
}

describe('the plan of 2020 as data', () => {
  const plan = planOf2020();
  const measures = plan.directions.flatMap((direction) => direction.measures);

  it('says what the approved document says, word for word', () => {
    expect(asWritten(plan)).toBe(document);
    expect(plan.approval.on).toBe('2019-12-20');
  });

  it('has 7 directions and 20 measures', () => {
    expect(plan.directions.map((direction) => direction.measures.length)).toEqual([2, 3, 3, 8, 1, 1, 2]);
    expect(measures).toHaveLength(20);
  });

  it('knows nine shapes of deadlines, each by its official words', () => {
    const shapes = new Map(measures.map(({ deadline: { text, ...shape } }) => [text, { ...shape }]));
    expect(Object.fromEntries(shapes)).toEqual({
      'IV квартал': { kind: 'quarters', from: 4, to: 4 },
      'протягом року': { kind: 'all-year' },
      'II квартал': { kind: 'quarters', from: 2, to: 2 },
      'III квартал': { kind: 'quarters', from: 3, to: 3 },
      щоквартально: { kind: 'every-quarter' },
      грудень: { kind: 'month', month: 12 },
      'II-IV квартал': { kind: 'quarters', from: 2, to: 4 },
      'III-IV квартал': { kind: 'quarters', from: 3, to: 4 },
      'II-III квартал': { kind: 'quarters', from: 2, to: 3 },
    });
  });

  it('makes two departments of the one cell of measure 3.2, each party with its own consent mark', () => {
    const parties = measures.find((measure) => measure.number === '3.2')!.parties;
    expect(parties.map(({ party, byConsent }) => [party, byConsent])).toEqual([
      ['mass-communications-department', false],
      ['social-protection-department', false],
      ['civil-society-institutions', true],
    ]);
  });

  it('uses every party it names', () => {
    const used = new Set(measures.flatMap((measure) => measure.parties.map(({ party }) => party)));
    expect([...used].sort()).toEqual(plan.parties.map((party) => party.key).sort());
  });

  it('has an unofficial English translation of every title', () => {
    expect([...plan.directions, ...measures, plan].filter((part) => !part.titleEn)).toEqual([]);
    expect(plan.parties.filter((party) => !party.nameEn)).toEqual([]);
  });
});
