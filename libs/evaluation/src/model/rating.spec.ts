import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compareFractions } from './fraction.js';
import { rate, type RatingRules, type ScoredProposal } from './rating.js';

const rules: RatingRules = {
  criteria: [{ key: 'fit' }, { key: 'results' }],
  passingHundredths: 500,
  tieOrder: ['criterion:results', 'submitted-earlier'],
};

function proposal(code: string, sheets: [number, number][], day = 1): ScoredProposal {
  return {
    applicationId: `id-${code}`,
    registerCode: code,
    submittedAt: new Date(Date.UTC(2020, 9, day)),
    sheets: sheets.map(([fit, results]) => ({ fit, results })),
  };
}

const places = (rows: ReturnType<typeof rate>) => rows.map(({ applicationId, place }) => [applicationId, place]);

describe('the rating', () => {
  it('is the sum over criteria of the mean over the sheets, as an exact fraction (rule 44)', () => {
    const [row] = rate(rules, [
      proposal('1', [
        [5, 4],
        [4, 4],
        [3, 5],
      ]),
    ]);
    expect(row).toEqual({
      applicationId: 'id-1',
      place: 1,
      pointsSum: 25,
      sheetsCount: 3,
      isPassed: true,
      tieStep: null,
      criteria: [
        { key: 'fit', sum: 12, count: 3 },
        { key: 'results', sum: 13, count: 3 },
      ],
    });
  });

  it('leaves a recused member out of the divisor: three members, one recused, divisor 2 (rule 44)', () => {
    const [row] = rate(rules, [
      proposal('1', [
        [5, 4],
        [4, 4],
      ]),
    ]);
    expect([row!.pointsSum, row!.sheetsCount]).toEqual([17, 2]);
  });

  it('takes in a score equal to the passing one, and leaves out one below it by the smallest step (rule 45)', () => {
    const rows = rate(rules, [
      proposal('1', [
        [3, 2],
        [2, 3],
      ]),
      proposal('2', [
        [3, 2],
        [2, 2],
      ]),
    ]);
    expect(rows.map(({ place, isPassed }) => [place, isPassed])).toEqual([
      [1, true],
      [null, false],
    ]);
  });

  it('gives no place to a proposal that nobody may score', () => {
    const zero = { ...rules, passingHundredths: 0 };
    expect(places(rate(zero, [proposal('1', []), proposal('2', [[0, 0]])]))).toEqual([
      ['id-2', 1],
      ['id-1', null],
    ]);
  });

  it('parts a tie by the order of the competition and notes the step for each (rule 47)', () => {
    const rows = rate(rules, [
      proposal('1', [[4, 3]], 3),
      proposal('2', [[3, 4]], 4),
      proposal('3', [[4, 3]], 2),
      proposal('4', [[5, 5]], 9),
    ]);
    expect(rows.map(({ applicationId, place, tieStep }) => [applicationId, place, tieStep])).toEqual([
      ['id-4', 1, null],
      ['id-2', 2, 'criterion:results'],
      ['id-3', 3, 'submitted-earlier'],
      ['id-1', 4, 'submitted-earlier'],
    ]);
  });

  it('compares the mean of a criterion exactly, also over different numbers of sheets (rule 47)', () => {
    const rows = rate(rules, [
      proposal('1', [
        [4, 3],
        [2, 5],
        [4, 3],
      ]),
      proposal('2', [
        [3, 4],
        [4, 3],
      ]),
    ]);
    expect(rows.map(({ applicationId, tieStep }) => [applicationId, tieStep])).toEqual([
      ['id-1', 'criterion:results'],
      ['id-2', 'criterion:results'],
    ]);
  });

  it('ends every tie: the register code is the last step', () => {
    const rows = rate(rules, [proposal('2', [[4, 4]]), proposal('1', [[4, 4]])]);
    expect(rows.map(({ applicationId, tieStep }) => [applicationId, tieStep])).toEqual([
      ['id-1', 'register-code'],
      ['id-2', 'register-code'],
    ]);
  });

  it('refuses a step it does not know rather than skip it', () => {
    const unknown = { ...rules, tieOrder: ['commission-vote'] };
    expect(() => rate(unknown, [proposal('1', [[4, 4]]), proposal('2', [[4, 4]])])).toThrow('commission-vote');
  });
});

describe('whatever the sheets are', () => {
  const sheet = fc.record({ fit: fc.nat(5), results: fc.nat(5) });
  const proposals = fc
    .array(fc.record({ day: fc.integer({ min: 1, max: 3 }), sheets: fc.array(sheet, { maxLength: 4 }) }), {
      maxLength: 12,
    })
    .map((list) =>
      list.map(({ day, sheets }, index) => ({ ...proposal(String(index).padStart(3, '0'), [], day), sheets })),
    );
  const withShuffle = proposals.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );

  it('the order is total and does not depend on the order of input (rule 46)', () => {
    fc.assert(
      fc.property(withShuffle, ([list, shuffled]) => {
        expect(rate(rules, shuffled)).toEqual(rate(rules, list));
      }),
    );
  });

  it('places run 1…n over the passed ones, scores never rise down the list, ties are noted (rules 45–47)', () => {
    fc.assert(
      fc.property(proposals, (list) => {
        const rows = rate(rules, list);
        const passed = rows.filter(({ isPassed }) => isPassed);
        expect(rows.map(({ place }) => place)).toEqual(rows.map((_, at) => (at < passed.length ? at + 1 : null)));
        const scores = rows.map((row) => ({ numerator: row.pointsSum, denominator: row.sheetsCount }));
        rows.forEach(({ tieStep }, at) => {
          if (at > 0) expect(compareFractions(scores[at - 1]!, scores[at]!)).not.toBe(-1);
          const isEqual = (other: number) =>
            (rows[other]!.sheetsCount === 0) === (rows[at]!.sheetsCount === 0) &&
            compareFractions(scores[other]!, scores[at]!) === 0;
          const hasEqual = rows.some((_, other) => other !== at && isEqual(other));
          expect(tieStep !== null).toBe(hasEqual);
        });
      }),
    );
  });
});

describe('the demo world', () => {
  type Sheet = { application: string; person: string; points: Record<string, number> };
  const read = <T>(name: string): T =>
    JSON.parse(readFileSync(new URL(`../../../../apps/demo/data/${name}`, import.meta.url), 'utf8')) as T;
  const competition = read<{ criteria: { key: string }[]; passingPoints: number; tieOrder: string[] }>(
    'competition.json',
  );
  const { sheets } = read<{ sheets: Sheet[] }>('scores.json');
  const submitted = new Map(
    read<{ key: string; submitAt: string | null }[]>('applications.json').map(({ key, submitAt }) => [key, submitAt]),
  );
  const rows = rate(
    { ...competition, passingHundredths: competition.passingPoints * 100 },
    [...new Set(sheets.map(({ application }) => application))].map((key) => ({
      applicationId: key,
      registerCode: key,
      submittedAt: new Date(submitted.get(key)!),
      sheets: sheets.filter(({ application }) => application === key).map(({ points }) => points),
    })),
  );

  it('has one exact tie, 144/9 = 128/8, and the second step decides it against an earlier arrival (rule 47)', () => {
    const tied = rows.filter(({ tieStep }) => tieStep !== null);
    expect(
      tied.map(({ applicationId, pointsSum, sheetsCount, tieStep }) => [
        applicationId,
        pointsSum,
        sheetsCount,
        tieStep,
      ]),
    ).toEqual([
      ['verstat-druhoi-zminy', 144, 9, 'criterion:efficiency'],
      ['knyha-yide', 128, 8, 'criterion:efficiency'],
    ]);
    expect(new Date(submitted.get('knyha-yide')!) < new Date(submitted.get('verstat-druhoi-zminy')!)).toBe(true);
  });

  it('lets in the proposal that is exactly at the passing score (rule 45)', () => {
    const last = rows.filter(({ isPassed }) => isPassed).at(-1)!;
    expect([last.applicationId, last.pointsSum / last.sheetsCount]).toEqual(['kreida-i-vuhillia', 12]);
  });
});
