import { isEdrpou } from '../../libs/identity/src/model/edrpou.js';
import { rate } from '../../libs/evaluation/src/model/rating.js';
import { allocate } from '../../libs/awards/src/model/allocate.js';
import type { Season } from './compose/season.js';
import { organisations, seasons } from './play/season-data.js';

// The promises of the composed competitions: the shape of a real round of an oblast (71 / 65 / 34 / 550 000), whole
// sheets, budgets that add up, and people who do not see the same sentence twice in a row.

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
const requestedKop = ({ budget }: Season['proposals'][number]): number => sum(budget.map(({ fundedKop }) => fundedKop));
const admittedOf = ({ proposals, refusals }: Season) => proposals.filter(({ key }) => !(key in refusals));
const composed = Object.entries(seasons).filter(([key]) => key !== 'masscom2021');

function ratingOf(season: Season) {
  const scored = admittedOf(season).map(({ key, submitAt }) => ({
    ...{ applicationId: key, registerCode: key, submittedAt: new Date(submitAt!) },
    sheets: season.sheets.filter(({ application }) => application === key).map(({ points }) => points),
  }));
  const { criteria, passingPoints, tieOrder } = season.content;
  return rate({ criteria, tieOrder, passingHundredths: passingPoints * 100 }, scored);
}

function allocationOf(season: Season) {
  const asked = new Map(season.proposals.map((one) => [one.key, requestedKop(one)]));
  const rows = ratingOf(season).map((row) => ({ ...row, requestedKop: asked.get(row.applicationId)! }));
  return allocate(season.content, rows);
}

describe('the competition of last year', () => {
  const season = seasons.masscom2020;
  const lines = allocationOf(season);
  const funded = lines.filter(({ outcome }) => outcome === 'funded');

  it('has 71 proposals, 65 admitted and 34 funded out of 550 000 UAH, to the kopeck', () => {
    expect([season.proposals.length, admittedOf(season).length, funded.length]).toEqual([71, 65, 34]);
    expect([season.content.potKop, sum(funded.map(({ amountKop }) => amountKop))]).toEqual([55_000_000, 55_000_000]);
  });

  it('ties proposals and parts them by the order that was announced, the last one funded among them', () => {
    const tied = ratingOf(season).filter(({ tieStep }) => tieStep !== null);
    expect(tied.map(({ place }) => place)).toEqual(expect.arrayContaining([34, 35]));
    expect(tied.filter(({ tieStep }) => !season.content.tieOrder.includes(tieStep!))).toEqual([]);
  });

  it('leaves some that passed without money, and some below the passing score', () => {
    const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
    expect([count('next') > 5, count('not-funded') > 10]).toEqual([true, true]);
  });
});

describe('the organisations', () => {
  it('have invented codes with a right check digit, and each its own', () => {
    const codes = organisations.map(({ edrpou }) => edrpou);
    expect(codes.filter((code) => !isEdrpou(code) || !code.startsWith('98'))).toEqual([]);
    expect([new Set(codes).size, new Set(organisations.map(({ key }) => key)).size]).toEqual([70, 70]);
    expect(new Set(organisations.map(({ name }) => name)).size).toBe(70);
    expect(organisations.filter(({ phone }) => !/^\+380 50 000 \d\d \d\d$/.test(phone))).toEqual([]);
  });
});

describe.each(composed)('competition %s', (_, season) => {
  it('has titles, problems and results that nobody else has', () => {
    for (const take of [
      (one: Season['proposals'][number]) => one.title,
      (one: Season['proposals'][number]) => one.answers.problem!,
      (one: Season['proposals'][number]) => one.answers.results!,
    ])
      expect(new Set(season.proposals.map(take)).size).toBe(season.proposals.length);
  });

  it('has budgets that add up, under the cap, with an own share that is large enough', () => {
    const { capKop, ownSharePercent } = season.content;
    for (const proposal of season.proposals) {
      const wrong = proposal.budget.filter((line) => line.quantity * line.priceKop !== line.fundedKop + line.ownKop);
      const ownKop = sum(proposal.budget.map((line) => line.ownKop));
      const asked = requestedKop(proposal);
      expect([proposal.key, wrong, asked <= capKop]).toEqual([proposal.key, [], true]);
      expect(ownKop * 100).toBeGreaterThanOrEqual((ownKop + asked) * ownSharePercent);
      expect(proposal.budget.every(({ priceKop, quantity }) => priceKop > 0 && quantity > 0)).toBe(true);
    }
  });

  it('receives every proposal between opening and closing, each at its own second', () => {
    const times = season.proposals.flatMap(({ submitAt }) => (submitAt ? [Date.parse(submitAt)] : []));
    expect(new Set(times).size).toBe(times.length);
    const { opensAt, closesAt } = season.content.calendar;
    expect(times.filter((time) => time <= Date.parse(opensAt) || time >= Date.parse(closesAt))).toEqual([]);
  });

  it('has a whole sheet of every member without a conflict for every admitted proposal', () => {
    const due = admittedOf(season).length * season.commission.length - season.conflicts.length;
    expect(season.sheets).toHaveLength(due);
    const points = season.sheets.flatMap((sheet) => Object.values(sheet.points));
    expect([points.length, points.filter((each) => !Number.isInteger(each) || each < 0 || each > 5)]).toEqual([
      due * 4,
      [],
    ]);
    expect(season.sheets.filter(({ comment }) => !comment)).toEqual([]);
  });

  it('admits only who is old enough and of a legal form that is admitted (rules 6, 7)', () => {
    const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + Number(day.slice(8)) / 100;
    const { announcedOn } = season.content.calendar;
    const applicants = admittedOf(season).map((one) => organisations.find(({ key }) => key === one.organisation)!);
    expect(applicants.filter(({ registeredOn }) => month(registeredOn) + 6 > month(announcedOn))).toEqual([]);
    expect(applicants.filter(({ legalForm }) => legalForm === 'charity')).toEqual([]);
  });

  it('lets an organisation ask no more often than it may', () => {
    const counts = new Map<string, number>();
    for (const { organisation } of season.proposals) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(season.content.maxApplicationsPerOrganisation);
  });
});
