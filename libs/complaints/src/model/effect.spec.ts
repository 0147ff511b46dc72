import type { ProposalWithSheets } from '#libs/evaluation';
import { correctionProblem } from './correction-problem.js';
import { effectOf, type RatedCase } from './effect.js';

const proposal = (id: string, marks: number[], requestedKop = 50): ProposalWithSheets & { requestedKop: number } => ({
  ...{ applicationId: id, registerCode: id, submittedAt: new Date('2020-11-01T08:00:00Z'), requestedKop },
  sheets: marks.map((fit, index) => ({ personId: `m${index}`, points: { fit } })),
});
const given: RatedCase = {
  rules: { criteria: [{ key: 'fit' }], passingHundredths: 300, tieOrder: ['submitted-earlier'] },
  criteria: [{ key: 'fit', title: 'Відповідність', maxPoints: 5 }],
  money: { potKop: 100, capKop: 50 },
  proposals: [proposal('a', [5, 5]), proposal('b', [4, 4]), proposal('c', [3, 4]), proposal('d', [1, 1])],
};
const brief = (rows: ReturnType<typeof effectOf>) =>
  rows.map(({ applicationId, before, after }) => [
    ...[applicationId, before.place, after.place, before.amountKop, after.amountKop],
  ]);

describe('the effect of a complaint on the rating', () => {
  it('rule 57: another sheet in the place of one gives new places and sums by the same rules', () => {
    expect(brief(effectOf(given, { kind: 'sheet', applicationId: 'c', sheet: 0, points: { fit: 5 } }))).toEqual([
      ['c', 3, 2, 0, 50],
      ['b', 2, 3, 50, 0],
    ]);
  });

  it('a proposal out of the rating frees its place and its money', () => {
    expect(brief(effectOf(given, { kind: 'exclude', applicationId: 'a' }))).toEqual([
      ['b', 2, 1, 50, 50],
      ['c', 3, 2, 0, 50],
      ['a', 1, null, 50, 0],
    ]);
  });

  it('says nothing of what stands as before', () => {
    expect(effectOf(given, { kind: 'sheet', applicationId: 'a', sheet: 0, points: { fit: 5 } })).toEqual([]);
  });

  it('names what a correction lacks', () => {
    const complaint = { applicationId: 'c', againstId: null };
    const sheet = (index: number, points: Record<string, number>) =>
      correctionProblem({ kind: 'sheet', applicationId: 'c', sheet: index, points }, complaint, given)?.field ?? null;
    expect(sheet(0, { fit: 5 })).toBeNull();
    expect(sheet(-1, { fit: 5 })).toBe('sheet');
    expect(sheet(1, { fit: 6 })).toBe('points[fit]');
    expect(sheet(1, { fit: Number.NaN })).toBe('points[fit]');
    expect(correctionProblem({ kind: 'exclude', applicationId: 'a' }, complaint, given)?.code).toBe(
      'complaints.nobody-named',
    );
  });
});
