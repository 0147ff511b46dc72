import type { Season } from './compose/season.js';
import { organisations, seasons } from './play/season-data.js';

// The promises of the composed competitions: the shape of a real round of an oblast (71 / 65 / 34 / 550 000), whole
// sheets, budgets that add up, and people who do not see the same sentence twice in a row.

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
const requestedKop = ({ budget }: Season['proposals'][number]): number => sum(budget.map(({ fundedKop }) => fundedKop));
const admittedOf = ({ proposals, refusals }: Season) => proposals.filter(({ key }) => !(key in refusals));
const composed = Object.entries(seasons).filter(([key]) => key !== 'masscom2021');

interface Rated {
  key: string;
  requestedKop: number;
  /** Points of all sheets, and how many sheets there are. */
  points: number;
  count: number;
  results: number;
  isPassed: boolean;
}

/** From the best: by the mean, then by the mean of «results», the first step of the tie order (rules 44–47). */
function ratingOf(season: Season): Rated[] {
  const rated = admittedOf(season).map((one): Rated => {
    const sheets = season.sheets.filter(({ application }) => application === one.key).map(({ points }) => points);
    const [points, count] = [sum(sheets.flatMap((sheet) => Object.values(sheet))), sheets.length];
    const results = sum(sheets.map((sheet) => sheet.results!));
    const isPassed = points >= season.content.passingPoints * count;
    return { key: one.key, requestedKop: requestedKop(one), points, count, results, isPassed };
  });
  return rated.sort((a, b) => b.points * a.count - a.points * b.count || b.results * a.count - a.results * b.count);
}

/** Down the rating until the first that does not fit (rule 48). */
function fundedOf(season: Season): Rated[] {
  let leftKop = season.content.potKop;
  const passed = ratingOf(season).filter(({ isPassed }) => isPassed);
  const stop = passed.findIndex((one) => (leftKop -= one.requestedKop) < 0);
  return stop < 0 ? passed : passed.slice(0, stop);
}

/** The last of eight digits of a code that begins with 9. */
function hasCheckDigit(code: string): boolean {
  const digits = [...code].map(Number);
  const weigh = (shift: number) => sum(digits.slice(0, 7).map((digit, index) => digit * (index + 1 + shift))) % 11;
  return digits.length === 8 && (weigh(0) === 10 ? weigh(2) % 10 : weigh(0)) === digits[7];
}

describe('the competition of last year', () => {
  const season = seasons.masscom2020;
  const rating = ratingOf(season);
  const funded = fundedOf(season);

  it('has 71 proposals, 65 admitted and 34 funded out of 550 000 UAH, to the kopeck', () => {
    expect([season.proposals.length, admittedOf(season).length, funded.length]).toEqual([71, 65, 34]);
    expect(season.content.potKop).toBe(55_000_000);
    expect(sum(funded.map((one) => one.requestedKop))).toBe(55_000_000);
  });

  it('ties the last one funded with the first one that is not, and «results» part them', () => {
    const [last, next] = [rating[33]!, rating[34]!];
    expect(last.points * next.count).toBe(next.points * last.count);
    expect(last.results * next.count).toBeGreaterThan(next.results * last.count);
    expect(season.content.tieOrder[0]).toBe('criterion:results');
  });

  it('leaves twelve that passed without money, and nineteen below the passing score', () => {
    const passed = rating.filter(({ isPassed }) => isPassed).length;
    expect([passed - funded.length, rating.length - passed]).toEqual([12, 19]);
  });
});

describe('the organisations', () => {
  it('have invented codes with a right check digit, and each its own', () => {
    const codes = organisations.map(({ edrpou }) => edrpou);
    expect(codes.filter((code) => !hasCheckDigit(code) || !code.startsWith('98'))).toEqual([]);
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
    const until = Math.min(Date.parse(closesAt), Date.parse(season.receivedUntil));
    expect(times.filter((time) => time <= Date.parse(opensAt) || time >= until)).toEqual([]);
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
