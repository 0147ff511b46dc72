import { OPEN_BUDGET, type Question } from '#libs/competitions';
import { carryOver, type CarrySide } from './carry-over.js';
import type { DraftProposal } from './draft-proposal.js';

const words = (uk: string) => ({ uk, en: uk });
const question = (key: string, title: string, more: Partial<Question> = {}): Question => ({
  ...{ key, kind: 'long', title: words(title), hint: words(''), required: true, ...more },
});
const side = (questions: Question[], more: Partial<CarrySide> = {}): CarrySide => ({
  form: { sections: [{ key: 's', title: words('Розділ'), questions }] },
  ...{ priorities: [], targetGroups: [], budgetRules: OPEN_BUDGET, ...more },
});
const LINE = {
  ...{ group: '', category: '', title: 'Книжки', unit: 'шт.', quantity: 1, months: 1 },
  ...{ priceKop: 100, fundedKop: 90, ownKop: 10, otherKop: 0 },
};
const draft = (more: Partial<DraftProposal>): DraftProposal => ({
  ...{ title: 'Книга їде в село', priorityId: null, startOn: null, endOn: null, reach: [], answers: {} },
  ...{ activities: [], lines: [], indicators: [], files: [], ...more },
});

describe('an earlier proposal as the beginning of a new one', () => {
  it('answers the questions that both forms ask in the same words, and names the rest', () => {
    const from = side([question('q1', 'Мета?'), question('q2', 'Ризики'), question('q3', 'Форма', { kind: 'short' })]);
    const to = side([question('q2', '«Мета»'), question('q9', 'Форма')]);
    const { draft: carried, notCarried } = carryOver(
      draft({ answers: { q1: 'Читати', q2: 'Посуха', q3: 'Очна', q7: 'нічия' } }),
      ...[from, to],
    );
    expect(carried.answers).toEqual({ q2: 'Читати' });
    expect(notCarried).toEqual([
      { what: 'question', name: 'Ризики' },
      { what: 'question', name: 'Форма' },
    ]);
  });

  it('does not carry a choice that is not offered any more', () => {
    const kind = { kind: 'choice' as const };
    const from = side([question('q', 'Де?', { ...kind, options: [{ value: 'a', title: words('Місто') }] })]);
    const to = side([question('q', 'Де?', { ...kind, options: [{ value: 'b', title: words('Село') }] })]);
    expect(carryOver(draft({ answers: { q: 'a' } }), from, to)).toMatchObject({
      draft: { answers: {} },
      notCarried: [{ what: 'question', name: 'Де?' }],
    });
  });

  it('finds the priority and the group of costs by their words', () => {
    const group = { key: 'g1', title: 'Оплата праці', titleEn: '', capHundredths: null, isAdministrative: false };
    const from = side([], {
      priorities: [{ id: 'p1', title: 'Молодь' }],
      budgetRules: { ...OPEN_BUDGET, groups: [group, { ...group, key: 'g2', title: 'Проїзд' }] },
    });
    const to = side([], {
      priorities: [{ id: 'p9', title: 'молодь' }],
      budgetRules: { ...OPEN_BUDGET, groups: [{ ...group, key: 'x' }] },
    });
    const lines = [
      { ...LINE, group: 'g1' },
      { ...LINE, group: 'g2' },
      { ...LINE, group: 'g2' },
    ];
    const { draft: carried, notCarried } = carryOver(draft({ priorityId: 'p1', lines }), from, to);
    expect(carried.priorityId).toBe('p9');
    expect(carried.lines.map(({ group: key, category }) => [key, category])).toEqual([
      ['x', ''],
      ['', 'Проїзд'],
      ['', 'Проїзд'],
    ]);
    expect(notCarried).toEqual([{ what: 'cost-group', name: 'Проїзд' }]);
  });

  it('says that days, months and files are of another year, and that sums are counted otherwise', () => {
    const earlier = draft({
      ...{ startOn: '2020-02-01', endOn: '2020-11-30' },
      activities: [{ month: '2020-03', title: 'Виїзди', place: '', responsible: '' }],
      lines: [{ ...LINE, months: 3 }],
      files: [{ id: 'f', documentId: 'd', name: 'статут.pdf', kind: 'statute', size: 1, sha256: '' }],
    });
    const { draft: carried, notCarried } = carryOver(earlier, side([]), side([]));
    expect(carried.activities).toEqual([{ month: null, title: 'Виїзди', place: '', responsible: '' }]);
    expect(notCarried).toEqual([
      { what: 'budget', name: 'Книжки' },
      { what: 'days' },
      { what: 'months' },
      { what: 'files', name: 'статут.pdf' },
    ]);
  });
});
