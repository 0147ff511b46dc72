import { differencesOf } from './proposal-difference.js';
import type { FrozenProposal } from './frozen-proposal.js';

const proposal = (values: Partial<FrozenProposal> = {}): FrozenProposal => ({
  ...{ language: 'uk', competition: { code: '1', title: 'К' }, organisation: { name: 'ГО', edrpou: '32855961' } },
  ...{ title: 'Книга', priority: 'Молодь', startOn: '2021-02-01', endOn: '2021-11-30' },
  sections: [{ key: 'need', title: 'Проблема', answers: [{ key: 'a', question: 'Яка?', answer: 'Зачинено' }] }],
  activities: [{ month: '2021-02', title: 'Закупівля', place: '', responsible: '' }],
  budget: {
    lines: [
      {
        ...{ category: '', title: 'Книжки', unit: 'шт.', quantity: 2, priceKop: 5_000, fundedKop: 8_000 },
        ownKop: 2_000,
      },
    ],
    ...{ requestedKop: 8_000, ownKop: 2_000, totalKop: 10_000 },
  },
  ...{ indicators: [], files: [] },
  ...values,
});

describe('rule 38: what reads otherwise after mending', () => {
  it('is nothing where nothing was changed', () => {
    expect(differencesOf(proposal(), proposal())).toEqual([]);
  });

  it('writes days as people do, and says where one is missing', () => {
    const [change] = differencesOf(proposal({ startOn: undefined }), proposal());
    expect([change!.before, change!.after]).toEqual(['… – 30.11.2021', '01.02.2021 – 30.11.2021']);
  });

  it('names the answer, the line and the file, before and after', () => {
    const { budget } = proposal();
    const after = proposal({
      sections: [{ key: 'need', title: 'Проблема', answers: [{ key: 'a', question: 'Яка?', answer: 'Немає книжок' }] }],
      budget: { ...budget, lines: [{ ...budget.lines[0]!, quantity: 3 }] },
      files: [{ documentId: 'd', name: 'Статут.pdf', kind: 'statute', question: 'Статут', size: 1, sha256: 'x' }],
    });
    expect(differencesOf(proposal(), after)).toEqual([
      { part: 'answers/need', label: 'Яка?', before: 'Зачинено', after: 'Немає книжок' },
      {
        ...{ part: 'budget', label: '1', before: 'Книжки · 2 шт. × 50,00 × 1 · 80,00 + 20,00 + 0,00' },
        after: 'Книжки · 3 шт. × 50,00 × 1 · 80,00 + 20,00 + 0,00',
      },
      { part: 'files', label: 'Статут', before: '', after: 'Статут.pdf' },
    ]);
  });
});
