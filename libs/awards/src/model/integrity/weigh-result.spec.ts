import { rate, type ProposalWithSheets, type RatingRules } from '#libs/evaluation';
import { weighResult, type RatedCase, type WeighedResult } from './weigh-result.js';

const RULES: RatingRules = { criteria: [{ key: 'fit' }], passingHundredths: 1000, tieOrder: ['submitted-earlier'] };
const ASKED_KOP = 100;

/** Points by person, for each proposal; money is enough for `fundedCount` of them. */
function caseOf(marks: Record<string, number>[], fundedCount: number): RatedCase {
  const sheets = marks.map((byPerson, index): ProposalWithSheets => ({
    applicationId: `p${index}`,
    registerCode: String(index).padStart(3, '0'),
    submittedAt: new Date(Date.UTC(2020, 9, index + 1)),
    sheets: Object.entries(byPerson).map(([personId, fit]) => ({ personId, points: { fit } })),
  }));
  const legal = rate(
    RULES,
    sheets.map((one) => ({ ...one, sheets: one.sheets.map(({ points }) => points) })),
  );
  return {
    rules: RULES,
    money: { potKop: fundedCount * ASKED_KOP, capKop: ASKED_KOP },
    rated: legal.map(({ applicationId, place }) => ({ applicationId, place, requestedKop: ASKED_KOP })),
    sheets,
  };
}

const weigh = (marks: Record<string, number>[], fundedCount: number) =>
  weighResult(caseOf(marks, fundedCount)) as WeighedResult;

const agreed = [30, 28, 26, 24, 22, 20].map((points) => ({ anna: points, borys: points, vira: points }));

describe('how firmly a result stands', () => {
  it('is silent with two people, and with somebody who has signed four sheets', () => {
    expect(
      weighResult(
        caseOf(
          agreed.map(({ anna, borys }) => ({ anna, borys })),
          3,
        ),
      ),
    ).toBe('few-people');
    const four = agreed.map(({ anna, borys, vira }, index): Record<string, number> =>
      index < 4 ? { anna, borys, vira } : { anna, borys },
    );
    expect(weighResult(caseOf(four, 3))).toBe('few-sheets');
  });

  it('finds nothing where all agree: no shift, no band, no other list', () => {
    const weighed = weigh(agreed, 3);
    expect(weighed.changes).toEqual([]);
    expect(weighed.recalculated).toBe(4);
    expect(weighed.apartHundredths).toBe(0);
    expect(weighed.people.map(({ shiftHundredths }) => shiftHundredths)).toEqual([0, 0, 0]);
    expect(weighed.rows[2]).toMatchObject({ place: 3, correctedPlace: 3, best: 3, worst: 3, spread: 0 });
  });

  it('names the person without whom the money goes elsewhere, and the proposals concerned', () => {
    // Vira alone lifts the fourth proposal over the line and pushes the third below it.
    const marks = agreed.map((one, index) => ({ ...one, vira: index === 3 ? 45 : index === 2 ? 15 : one.vira }));
    const weighed = weigh(marks, 3);
    expect(weighed.rows.map(({ applicationId }) => applicationId).slice(0, 4)).toEqual(['p3', 'p0', 'p1', 'p2']);
    expect(weighed.changes).toContainEqual({ withoutPersonId: 'vira', enters: ['p2'], leaves: ['p3'] });
    expect(weighed.rows[0]).toMatchObject({ applicationId: 'p3', place: 1, best: 1, worst: 4, spread: 21 });
  });

  it('shows who is harsh, and changes no legal place (rule 46)', () => {
    const marks = agreed.map(({ anna, borys, vira }) => ({ anna: anna + 4, borys, vira: vira - 4 }));
    const weighed = weigh(marks, 3);
    expect(weighed.people.map(({ personId, shiftHundredths }) => [personId, Math.sign(shiftHundredths)])).toEqual([
      ['anna', 1],
      ['borys', 0],
      ['vira', -1],
    ]);
    expect(weighed.rows.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('takes a proposal that falls below the passing score for the worst of places', () => {
    const marks = agreed.map((one, index) => (index === 5 ? { anna: 9, borys: 9, vira: 18 } : one));
    const last = weigh(marks, 6).rows.at(-1);
    expect(last).toMatchObject({ applicationId: 'p5', place: 6, best: 6, worst: null });
  });
});
