import { readFileSync } from 'node:fs';

// What the score sheets of the demo world promise: a full set of sheets and a rating worth looking at.

type Application = { key: string; organisation: string; submitAt: string | null; budget: { fundedKop: number }[] };
type Competition = {
  potKop: number;
  criteria: { key: string; maxPoints: number }[];
  passingPoints: number;
  tieOrder: string[];
};
type Sheet = { application: string; person: string; points: Record<string, number>; comment: string };
type Conflict = { person: string; application: string; kind: string; reason: string };

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')) as T;
const { commission } = read<{ commission: { key: string }[] }>('people.json');
const competition = read<Competition>('competition.json');
const scores = read<{ sheets: Sheet[]; conflicts: Conflict[] }>('scores.json');

// The one registered after 05.04.2020 is refused at admission (rule 7).
const refused = read<{ key: string; registeredOn: string }[]>('organisations.json')
  .filter(({ registeredOn }) => registeredOn > '2020-04-05')
  .map(({ key }) => key);
const admitted = read<Application[]>('applications.json')
  .filter(({ submitAt }) => submitAt !== null)
  .filter(({ organisation }) => !refused.includes(organisation));

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
const requestedKop = (application: Application): number => sum(application.budget.map((line) => line.fundedKop));
const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('the score sheets', () => {
  const conflicted = scores.conflicts.map(({ person, application }) => `${person} ${application}`);
  const keys = competition.criteria.map(({ key }) => key);

  it('come from every member for every admitted proposal but the three conflicts (rules 32, 40)', () => {
    const due = admitted.flatMap(({ key }) => commission.map((member) => `${member.key} ${key}`));
    const written = scores.sheets.map(({ person, application }) => `${person} ${application}`);
    expect([...written, ...conflicted].sort()).toEqual(due.sort());
    expect(scores.conflicts.map(({ kind }) => kind).sort()).toEqual(['potential', 'potential', 'real']);
    expect(scores.conflicts.filter(({ reason }) => countWords(reason) < 8)).toEqual([]);
  });

  it('hold whole points inside the scale and a comment of their own', () => {
    expect(scores.sheets.filter(({ points }) => Object.keys(points).join() !== keys.join())).toEqual([]);
    const points = scores.sheets.flatMap((sheet) => Object.values(sheet.points));
    expect(competition.criteria.map(({ maxPoints }) => maxPoints)).toEqual([5, 5, 5, 5]);
    expect(points.filter((each) => !Number.isInteger(each) || each < 0 || each > 5)).toEqual([]);
    const comments = scores.sheets.map(({ comment }) => comment);
    expect([new Set(comments).size === 105, Math.max(...comments.map(countWords)) <= 32]).toEqual([true, true]);
    expect(comments.filter((comment) => !/^[^a-z]+[.!?]$/.test(comment))).toEqual([]);
  });
});

describe('the rating the scores must give (rules 44-48)', () => {
  // Whole numbers only: a mean of n sheets is compared after multiplying by 72 = 9 * 8, the numbers of sheets there are.
  const mean72 = (key: string, criterion?: string): number => {
    const sheets = scores.sheets.filter(({ application }) => application === key);
    return (
      (72 * sum(sheets.flatMap(({ points }) => (criterion ? points[criterion]! : Object.values(points))))) /
      sheets.length
    );
  };
  const byTotal = [...admitted].sort((a, b) => mean72(b.key) - mean72(a.key));
  const passing = byTotal.filter(({ key }) => mean72(key) >= competition.passingPoints * 72);

  it('leaves two below the passing score and one exactly at it', () => {
    expect(byTotal.slice(passing.length).map(({ key }) => key)).toEqual(['berehynia-zaproshuie', 'synerhiia-zmin']);
    const exact = admitted.filter(({ key }) => mean72(key) === competition.passingPoints * 72);
    expect(exact.map(({ key }) => key)).toEqual(['kreida-i-vuhillia']);
  });

  it('ties one pair, which the second step of the tie order parts against the order of arrival', () => {
    const tied = admitted.filter((a) => admitted.some((b) => a !== b && mean72(a.key) === mean72(b.key)));
    const [earlier, later] = tied.map(({ key }) => key) as [string, string];
    expect([earlier, later, tied.length]).toEqual(['knyha-yide', 'verstat-druhoi-zminy', 2]);
    expect(competition.tieOrder).toEqual(['criterion:results', 'criterion:efficiency', 'submitted-earlier']);
    expect(mean72(earlier, 'results')).toBe(mean72(later, 'results'));
    expect(mean72(later, 'efficiency')).toBeGreaterThan(mean72(earlier, 'efficiency'));
  });

  it('ends the pot between the two that tie, and the rest fits nobody below in full', () => {
    const order = passing.map(({ key }) => key);
    expect(new Set(order.slice(5, 7))).toEqual(new Set(['verstat-druhoi-zminy', 'knyha-yide']));
    const winner = passing.find(({ key }) => key === 'verstat-druhoi-zminy')!;
    const leftKop = competition.potKop - sum([...passing.slice(0, 5), winner].map(requestedKop));
    expect(leftKop).toBe(2_753_780);
    const below = passing.slice(5).filter((application) => application !== winner);
    expect(below.map(({ key }) => key)).toHaveLength(4);
    expect(Math.min(...below.map(requestedKop))).toBeGreaterThan(leftKop);
  });
});
