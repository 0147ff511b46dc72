import { answersPart } from './parts.js';
import type { DraftProposal, ProposalRules } from './draft-proposal.js';
import { problemsOf } from './submission-check.js';

const words = (text: string) => ({ uk: text, en: text });
const question = (key: string, required: boolean) => ({
  key,
  title: words(key),
  hint: words(''),
  kind: 'long' as const,
  maxLength: 100,
  required,
});
const rules: ProposalRules = {
  form: {
    sections: [{ key: 'need', title: words('need'), questions: [question('aim', true), question('notes', false)] }],
  },
  priorities: [{ id: 'p1' }],
  targetGroups: [],
  projectsFrom: '2021-01-15',
  projectsUntil: '2021-12-10',
  capKop: 10_000_000,
  ownShareHundredths: 1500,
  budgetRules: { groups: [], hasOtherSources: false, isByMonths: false },
};
const line = {
  group: '',
  category: '',
  title: 'Книжки',
  unit: 'шт.',
  quantity: 100,
  months: 1,
  priceKop: 10_000,
  fundedKop: 850_000,
  ownKop: 150_000,
  otherKop: 0,
};
const indicator = { title: 'Читачі', unit: 'особа', baseline: '0', planned: '60', source: 'журнал' };
const draft: DraftProposal = {
  title: 'Книга їде в село',
  priorityId: 'p1',
  startOn: '2021-02-01',
  endOn: '2021-11-30',
  reach: [],
  answers: { aim: 'Читати' },
  activities: [{ month: '2021-02', title: 'Закупівля', place: '', responsible: '' }],
  lines: [line],
  indicators: [
    { kind: 'quantitative', ...indicator },
    { kind: 'qualitative', ...indicator },
  ],
  files: [],
};
const codes = (changed: Partial<DraftProposal>, rule: Partial<ProposalRules> = {}) =>
  problemsOf({ ...draft, ...changed }, { ...rules, ...rule }).map(({ part, code }) => `${part} ${code}`);

describe('what stands between a draft and its submission', () => {
  it('a whole proposal is ready', () => {
    expect(problemsOf(draft, rules)).toEqual([]);
  });

  it('an empty draft lacks everything, page by page', () => {
    const empty: DraftProposal = {
      ...{ title: '', priorityId: null, startOn: null, endOn: null, reach: [], answers: {} },
      ...{ activities: [], lines: [], indicators: [], files: [] },
    };
    expect(codes(empty)).toEqual([
      'about title',
      'about priority',
      'about start',
      'about end',
      'answers/need answer',
      'activities no-activities',
      'budget no-lines',
      'indicators no-quantitative',
      'indicators no-qualitative',
    ]);
  });

  it('leads to the field of the page', () => {
    const [problem] = problemsOf({ ...draft, answers: { notes: 'x' } }, rules);
    expect(problem).toEqual({
      part: answersPart('need'),
      field: 'answers[aim]',
      code: 'answer',
      data: { question: words('aim') },
    });
  });

  it('asks for no priority where the competition has none', () => {
    expect(codes({ priorityId: null }, { priorities: [] })).toEqual([]);
    expect(codes({ priorityId: 'foreign' })).toEqual(['about priority']);
  });

  it('asks whom the project reaches where the competition names target groups', () => {
    const targetGroups = [{ key: 'target-1', title: 'Ветерани', titleEn: '' }];
    expect(codes({}, { targetGroups })).toEqual(['about reach']);
    expect(codes({ reach: [{ key: 'target-9', people: 5 }] }, { targetGroups })).toEqual(['about reach']);
    expect(codes({ reach: [{ key: 'target-1', people: 5 }] }, { targetGroups })).toEqual([]);
  });

  it('rule 21: 0.01 of difference refuses', () => {
    expect(codes({ lines: [{ ...line, ownKop: 150_001 }] })).toEqual(['budget line-unbalanced']);
    expect(codes({ lines: [{ ...line, quantity: 0, priceKop: 0, fundedKop: 0, ownKop: 0 }] })).toEqual([
      'budget line-quantity',
      'budget line-price',
      'budget nothing-requested',
    ]);
  });

  it('rule 22: cap 100 000.00, request 100 000.01 fails', () => {
    const of = (fundedKop: number) => ({
      ...line,
      quantity: 1,
      priceKop: fundedKop + 5_000_000,
      fundedKop,
      ownKop: 5_000_000,
    });
    expect(codes({ lines: [of(10_000_000)] })).toEqual([]);
    expect(codes({ lines: [of(10_000_001)] })).toEqual(['budget above-cap']);
    expect(codes({ lines: [of(10_000_001)] }, { capKop: null })).toEqual([]);
  });

  it('rule 23 with 25 %: request 49 500 of 66 000 passes, of 65 999 fails', () => {
    const of = (total: number) => ({
      ...line,
      quantity: 1,
      priceKop: total * 100,
      fundedKop: 4_950_000,
      ownKop: total * 100 - 4_950_000,
    });
    expect(codes({ lines: [of(66_000)] }, { ownShareHundredths: 2500 })).toEqual([]);
    expect(codes({ lines: [of(65_999)] }, { ownShareHundredths: 2500 })).toEqual(['budget own-share']);
    const [problem] = problemsOf({ ...draft, lines: [of(65_999)] }, { ...rules, ownShareHundredths: 2500 });
    expect(problem?.data).toEqual({ ownKop: 1_649_900, neededKop: 1_650_000, percent: 25 });
  });

  it('rule 25: the project lies inside the window, both days included', () => {
    expect(codes({ startOn: '2021-01-15', endOn: '2021-12-10' })).toEqual([]);
    expect(codes({ startOn: '2021-01-14' })).toEqual(['about start-outside']);
    expect(codes({ endOn: '2021-12-11' })).toEqual(['about end-outside']);
    expect(
      codes({ startOn: '2021-03-01', endOn: '2021-02-28', activities: [{ ...draft.activities[0]!, month: null }] }),
    ).toEqual(['about end-before-start', 'activities activity-month']);
  });

  it('an activity happens in a month of the project', () => {
    const at = (month: string) => ({ activities: [{ ...draft.activities[0]!, month }] });
    expect(codes(at('2021-11'))).toEqual([]);
    expect(codes(at('2021-01'))).toEqual(['activities activity-outside']);
    expect(codes(at('2021-12'))).toEqual(['activities activity-outside']);
  });

  it('rule 26: one quantitative and one qualitative indicator, each with a plan and a source', () => {
    const [quantitative, qualitative] = draft.indicators as [
      DraftProposal['indicators'][0],
      DraftProposal['indicators'][0],
    ];
    expect(codes({ indicators: [quantitative] })).toEqual(['indicators no-qualitative']);
    expect(codes({ indicators: [qualitative] })).toEqual(['indicators no-quantitative']);
    expect(codes({ indicators: [quantitative, { ...qualitative, planned: '', source: '' }] })).toEqual([
      'indicators indicator-planned',
      'indicators indicator-source',
    ]);
  });

  it('rule 24: a line names a group of the competition, and no group is over its cap', () => {
    const group = { key: 'pay', title: 'Оплата праці', titleEn: 'Pay', capHundredths: 3000, isAdministrative: false };
    const budgetRules = { ...rules.budgetRules, groups: [group, { ...group, key: 'rest', capHundredths: null }] };
    const within = (key: string) => codes({ lines: [{ ...line, group: key }] }, { budgetRules });
    expect([within(''), within('gone')]).toEqual([['budget line-group'], ['budget line-group']]);
    expect(within('rest')).toEqual([]);
    expect(within('pay')).toEqual(['budget group-above-cap']);
    const [problem] = problemsOf({ ...draft, lines: [{ ...line, group: 'pay' }] }, { ...rules, budgetRules });
    expect(problem?.data).toEqual({
      ...{ group: { uk: 'Оплата праці', en: 'Pay' }, fundedKop: 850_000, capKop: 255_000 },
    });
  });
});
