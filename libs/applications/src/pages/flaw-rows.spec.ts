import { reasonsOf, type FlawLine } from './flaw-rows.js';

const line = (path: string, reason: string, rule: number): FlawLine => ({
  ...{ id: `${path} ${reason}`, path, reason, rule },
  ...{ registerCode: '', organisationName: '', flaw: '', whatToDo: '', phone: '' },
});

describe('how often a reason occurs in a call', () => {
  it('counts proposals, not lines, the commonest first', () => {
    const lines = [
      line('/a', 'Заповнення', 37),
      line('/a', 'Заповнення', 37),
      line('/a', 'Кошторис', 21),
      line('/b', 'Кошторис', 21),
      line('/b', 'Вік', 7),
    ];
    expect(reasonsOf(lines)).toEqual([
      { reason: 'Кошторис', rule: 21, count: 2 },
      { reason: 'Вік', rule: 7, count: 1 },
      { reason: 'Заповнення', rule: 37, count: 1 },
    ]);
  });
});
