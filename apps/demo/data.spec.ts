import { readdirSync, readFileSync } from 'node:fs';

// The demo world is written by hand; this spec computes every promise it makes, so that a slip of the pen is found here
// and not in the middle of a seeded competition.

type Texts = { uk: string; en: string };
type Person = { key: string; email: string; familyName: string; givenName: string; patronymic: string };
type Staff = Person & { organiser: string; position: string; role: string };
type Member = Person & { position: string; isCsoRepresentative: boolean; commissionRole: string };
type Organisation = { key: string; edrpou: string; name: string; legalForm: string; registeredOn: string } & {
  nonProfitSign: string;
  headName: string;
  phone: string;
  email: string;
  iban: string;
  people: (Person & { role: string })[];
};
type Criterion = { key: string; question: string; maxPoints: number; guidance: { points: number; text: string }[] };
type Competition = { key: string; organiser: string; measureNumber: string; ruleSetKey: string } & {
  title: Texts;
  purpose: Texts;
  potKop: number;
  capKop: number;
  ownSharePercent: number;
  maxApplicationsPerOrganisation: number;
  lateAnnouncementReason: string;
  priorities: { key: string; title: string; description: string }[];
  supportedActivities: string[];
  criteria: Criterion[];
  passingPoints: number;
  tieOrder: string[];
  calendar: Record<string, string> & { announcedOn: string; opensAt: string; closesAt: string };
} & Record<string, unknown>;
type Question = { key: string; section: string; title: Texts; hint: Texts; goodExample: Texts; kind: string } & {
  maxLength: number;
  required: boolean;
  options?: { key: string; title: Texts }[];
};
type BudgetLine = { quantity: number; priceKop: number; fundedKop: number; ownKop: number };
type Application = { key: string; organisation: string; submitAt: string | null; title: string; priority: string } & {
  startOn: string;
  endOn: string;
  answers: Record<string, string>;
  activities: { month: string }[];
  budget: BudgetLine[];
  indicators: { kind: string; planned: string; source: string }[];
  files: { name: string; kind: string }[];
};
const folder = new URL('./data/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const read = <T>(name: string): T => JSON.parse(textOf(name)) as T;

const people = read<{ staff: Staff[]; commission: Member[]; experts: (Person & { fields: string[] })[] }>(
  'people.json',
);
const organisers = read<{ key: string; slug: string; edrpou: string; contactEmail: string }[]>('organisers.json');
const organisations = read<Organisation[]>('organisations.json');
const competition = read<Competition>('competition.json');
const draftCompetition = read<Competition>('competition-social.json');
const form = read<{ sections: { key: string; title: Texts }[]; questions: Question[] }>('form.json');
const applications = read<Application[]>('applications.json');

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
const unique = (values: unknown[]): boolean => new Set(values).size === values.length;
const requestedKop = (application: Application): number => sum(application.budget.map((line) => line.fundedKop));
const submitted = applications.filter((application) => application.submitAt !== null);
const organisationOf = (application: Application): Organisation =>
  organisations.find((organisation) => organisation.key === application.organisation)!;

// rule 7: registered at least six months before the announcement of 05.10.2020
const oldEnough = (organisation: Organisation): boolean => organisation.registeredOn <= '2020-04-05';
const admitted = submitted.filter((application) => oldEnough(organisationOf(application)));

/** ЄДРПОУ check digit as described in competition-rules.md §6. */
function hasEdrpouCheckDigit(code: string): boolean {
  const digits = [...code].map(Number);
  const weights = '345'.includes(code[0]!) ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const weigh = (shift: number): number => sum(weights.map((weight, i) => (weight + shift) * digits[i]!)) % 11;
  return /^\d{8}$/.test(code) && (weigh(0) === 10 ? weigh(2) % 10 : weigh(0)) === digits[7];
}

function isUkrainianIban(iban: string): boolean {
  const rearranged = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)));
  return /^UA\d{27}$/.test(iban) && BigInt(rearranged) % 97n === 1n;
}

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const dayNumber = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000;
const kyivClock = (instant: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Kyiv' }).replace(' ', 'T');

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

describe('people, organisers and organisations', () => {
  const everybody = [
    ...people.staff,
    ...people.commission,
    ...people.experts,
    ...organisations.flatMap((o) => o.people),
  ];

  it('has invented people only, each with a key and an e-mail of their own', () => {
    expect(unique(everybody.map((person) => person.key))).toBe(true);
    expect(unique(everybody.map((person) => person.email))).toBe(true);
    const addresses = [...everybody, ...organisations].map((each) => each.email);
    expect(addresses.filter((address) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(address))).toEqual([]);
    expect(everybody.filter((person) => ['Гайдай', 'Зайцев'].includes(person.familyName))).toEqual([]);
    expect(everybody.filter((person) => !(person.familyName && person.givenName && person.patronymic))).toEqual([]);
  });

  it('has an officer and a director in each authority, an accountant and an administrator', () => {
    const roles = people.staff.map((person) => `${person.organiser} ${person.role}`).sort();
    const each = organisers.flatMap(({ key }) => [`${key} director`, `${key} officer`]);
    expect(roles).toEqual(['masscom accountant', 'masscom administrator', ...each].sort());
    expect(organisers.map(({ slug }) => slug)).toEqual(['luhansk-masscom', 'luhansk-social']);
  });

  it('has a commission of nine, at least half from civil society, and six experts', () => {
    const roles = people.commission.map((member) => member.commissionRole).sort();
    expect(roles).toEqual(['chair', ...Array<string>(7).fill('member'), 'secretary']);
    expect(people.commission.filter((member) => member.isCsoRepresentative).length * 2).toBeGreaterThanOrEqual(9);
    expect(people.experts.filter((expert) => expert.fields.length > 0)).toHaveLength(6);
  });

  it('has codes and accounts that pass their checksums', () => {
    expect(['32855961', '00019442', '32855968'].map(hasEdrpouCheckDigit)).toEqual([true, true, false]);
    const codes = [...organisers, ...organisations].map(({ edrpou }) => edrpou);
    expect(codes.filter((code) => !hasEdrpouCheckDigit(code))).toEqual([]);
    expect(isUkrainianIban('UA303348510000026206114040874')).toBe(true);
    expect(organisations.filter(({ iban }) => !isUkrainianIban(iban))).toEqual([]);
    expect([unique(codes), unique(organisations.map(({ iban }) => iban))]).toEqual([true, true]);
    expect(organisations.filter(({ phone }) => !/^\+380 50 000 00 \d\d$/.test(phone))).toEqual([]);
  });

  it('has sixteen organisations: one charity, one registered too recently (rules 6, 7, 13)', () => {
    const signs = { 'public-association': '0032', 'separate-unit': '0032', 'creative-union': '0034', charity: '0036' };
    expect(organisations.filter((o) => signs[o.legalForm as keyof typeof signs] !== o.nonProfitSign)).toEqual([]);
    expect(organisations.filter((o) => o.legalForm === 'charity').map(({ key }) => key)).toEqual(['tepla-khata']);
    expect(organisations.filter((o) => !oldEnough(o)).map(({ key }) => key)).toEqual(['kordon']);
    expect(organisations).toHaveLength(16);
    const heads = organisations.map((o) => o.people.filter((person) => person.role === 'head'));
    const names = heads.map((head) => head.map((p) => `${p.familyName} ${p.givenName} ${p.patronymic}`).join());
    expect(names).toEqual(organisations.map(({ headName }) => headName));
  });
});

describe.each([competition, draftCompetition])('competition $key', (each) => {
  const { calendar } = each;

  it('keeps the terms of reception (rules 14, 15) and the budget period of 2021 (rule 25)', () => {
    expect(calendar.announcedOn > '2020-10-01' ? countWords(each.lateAnnouncementReason) : 10).toBeGreaterThan(9);
    expect(dayNumber(calendar.closesAt) - dayNumber(calendar.announcedOn)).toBeGreaterThanOrEqual(30);
    const order = Object.values(calendar).map((moment) => moment.slice(0, 10));
    expect(order).toEqual([...order].sort());
    expect([calendar.projectsFrom!.slice(0, 4), calendar.projectsUntil!.slice(0, 4)]).toEqual(['2021', '2021']);
    const instants = [calendar.opensAt, calendar.closesAt];
    expect(instants.map(kyivClock)).toEqual(instants.map((instant) => instant.slice(0, 19)));
  });

  it('says everything an announcement must say (rule 18)', () => {
    const notYetOrdered = each === draftCompetition ? ['orderNumber', 'orderOn'] : [];
    const empty = Object.keys(each).filter((name) => [null, '', 0].includes(each[name] as never));
    expect(empty).toEqual(notYetOrdered);
    expect(organisers.map(({ key }) => key)).toContain(each.organiser);
    expect(unique(each.priorities.map(({ key }) => key))).toBe(true);
    expect(each.supportedActivities.length).toBeGreaterThan(3);
    expect(each.capKop).toBeLessThan(each.potKop);
    expect(each.ruleSetKey).toBe('1049-2020');
  });

  it('scores by four criteria with an anchor for every point and a tie order that names them', () => {
    expect(each.criteria.map(({ key }) => key)).toEqual(['aim', 'results', 'efficiency', 'capacity']);
    const anchors = each.criteria.map(({ guidance }) => guidance.map(({ points }) => points));
    expect(anchors).toEqual(each.criteria.map(({ maxPoints }) => Array.from({ length: maxPoints + 1 }, (_, i) => i)));
    const allowed = [...each.criteria.map(({ key }) => `criterion:${key}`), 'submitted-earlier'];
    expect(each.tieOrder.filter((step) => !allowed.includes(step))).toEqual([]);
    expect(each.passingPoints).toBe(12);
  });
});

describe('the form', () => {
  it('has three sections and eleven questions, each complete in both languages', () => {
    expect(form.sections).toHaveLength(3);
    expect(form.questions).toHaveLength(11);
    expect([...new Set(form.questions.map(({ section }) => section))]).toEqual(form.sections.map(({ key }) => key));
    const texts = form.questions.flatMap((question) => [question.title, question.hint, question.goodExample]);
    expect(texts.filter(({ uk, en }) => !/[а-яіїєґ]/i.test(uk) || /[а-яіїєґ]/i.test(en) || en.length < 5)).toEqual([]);
  });
});

describe.each(applications)('proposal $key', (application) => {
  it('stays within what the competition allows', () => {
    expect(competition.priorities.map(({ key }) => key)).toContain(application.priority);
    expect(application.startOn >= competition.calendar.projectsFrom!).toBe(true);
    expect(application.endOn <= competition.calendar.projectsUntil!).toBe(true);
    const [first, last] = [application.startOn.slice(0, 7), application.endOn.slice(0, 7)];
    expect(application.activities.filter(({ month }) => month < first || month > last)).toEqual([]);
    expect(organisationOf(application).legalForm).not.toBe('charity');
  });

  it('has answers that fit their questions', () => {
    const questions = form.questions.filter(({ key }) => key in application.answers);
    expect(questions.map(({ key }) => key).sort()).toEqual(Object.keys(application.answers).sort());
    expect(questions.filter(({ key, maxLength }) => application.answers[key]!.length > maxLength)).toEqual([]);
    const choices = questions.filter(({ kind }) => kind === 'choice');
    expect(choices.filter((q) => !q.options!.some(({ key }) => key === application.answers[q.key]))).toEqual([]);
    expect('otherSourcesNote' in application.answers).toBe(application.answers.otherSources !== 'none'); // rule 12
  });

  it('has a budget of whole kopecks under the cap where every line adds up (rules 21, 22)', () => {
    const lines = application.budget;
    expect(lines.flatMap((line) => [line.priceKop, line.fundedKop, line.ownKop]).every(Number.isSafeInteger)).toBe(
      true,
    );
    expect(lines.filter((line) => line.fundedKop < 0 || line.ownKop < 0 || line.quantity < 1)).toEqual([]);
    expect(lines.filter((line) => line.quantity * line.priceKop !== line.fundedKop + line.ownKop)).toEqual([]);
    expect(requestedKop(application)).toBeLessThanOrEqual(competition.capKop);
  });
});

describe.each(submitted)('submitted proposal $key', (application) => {
  it('answers everything required, the important at length', () => {
    const required = form.questions.filter((question) => question.required).map(({ key }) => key);
    expect(required.filter((key) => !application.answers[key])).toEqual([]);
    const important = ['problem', 'targetGroup', 'tasks', 'results', 'experience'];
    const lengths = important.map((key) => countWords(application.answers[key]!));
    expect(lengths.filter((words) => words < 60 || words > 200)).toEqual([]);
  });

  it('brings its own share (rule 23), both kinds of indicators (rule 26) and a statute', () => {
    const ownKop = sum(application.budget.map((line) => line.ownKop));
    expect(ownKop * 100).toBeGreaterThanOrEqual((ownKop + requestedKop(application)) * competition.ownSharePercent);
    const kinds = new Set(application.indicators.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['qualitative', 'quantitative']);
    expect(application.indicators.filter(({ planned, source }) => !planned || !source)).toEqual([]);
    expect(application.files.filter(({ kind }) => kind === 'statute')).toHaveLength(1);
  });
});

describe('the round of proposals', () => {
  it('has thirteen in time, listed in the order of arrival, and one unfinished draft', () => {
    const times = submitted.map(({ submitAt }) => Date.parse(submitAt!));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(Date.parse(competition.calendar.opensAt));
    expect(times.at(-1)).toBeLessThan(Date.parse(competition.calendar.closesAt));
    const drafts = applications.filter(({ submitAt }) => submitAt === null);
    expect([submitted.length, drafts.length, admitted.length]).toEqual([13, 1, 12]);
    expect(form.questions.filter((q) => q.required && !drafts[0]!.answers[q.key]).length).toBeGreaterThan(0);
    expect(unique(applications.map(({ organisation }) => organisation))).toBe(true); // rule 11
  });

  it('asks for clearly more than there is', () => {
    expect(sum(admitted.map(requestedKop))).toBeGreaterThan(competition.potKop * 1.5);
  });
});

describe.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('the language of %s', (name) => {
  const texts = stringsIn(JSON.parse(textOf(name)));

  it('is clean Ukrainian typing: one alphabet in a word, right apostrophes, closed quotes, no stray spaces', () => {
    const mixed = /[a-z][а-яіїєґ]|[а-яіїєґ][a-z]/i;
    expect(texts.filter((text) => mixed.test(text) || /[ыэъё]/i.test(text))).toEqual([]);
    expect(texts.filter((text) => /[а-яіїєґ]['`"]|["][а-яіїєґ]/i.test(text))).toEqual([]);
    const count = (text: string, mark: string): number => text.split(mark).length;
    expect(texts.filter((t) => count(t, '«') !== count(t, '»') || count(t, '„') !== count(t, '“'))).toEqual([]);
    expect(texts.filter((text) => text !== text.trim() || / {2}| [,.;:!?]/.test(text))).toEqual([]);
  });
});
