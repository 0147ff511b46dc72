import type { Check } from './check.js';
import type { CheckAnswer } from './admission.js';
import { isClean, verdictProblems } from './verdict-problems.js';

const yes: CheckAnswer = { passed: true, note: '' };
const no: CheckAnswer = { passed: false, note: 'Немає копії статуту.' };
const open: CheckAnswer = { passed: null, note: '' };
const all = { documents: yes, statements: yes, filling: yes };
const draft = { verdict: null, ground: null, reason: '' } as const;
const failedCap: Check[] = [{ key: 'cap', rule: 22, status: 'failed', data: {} }];
const noData: Check[] = [{ key: 'budget-offence', rule: 8, status: 'no-data', data: {} }];
const codes = (...of: Parameters<typeof verdictProblems>) =>
  verdictProblems(...of).map(({ field, code }) => `${field}: ${code.replace('applications.', '')}`);

describe('the verdict of the officer', () => {
  it('may wait while the checking goes on', () => {
    expect(codes({ ...draft, answers: { ...all, filling: open } }, [])).toEqual([]);
  });

  it('rule 37: a failed item says why', () => {
    const answers = { ...all, documents: { passed: false, note: '' } };
    expect(codes({ ...draft, answers }, [])).toEqual(['documentsNote: admission-note']);
  });

  it('proposes to admit only what was looked at, and explains what failed', () => {
    const admit = { ...draft, verdict: 'admit' } as const;
    expect(codes({ ...admit, answers: { ...all, filling: open } }, [])).toEqual(['verdict: admission-check-first']);
    expect(codes({ ...admit, answers: all }, failedCap)).toEqual(['reason: admission-explain']);
    expect(codes({ ...admit, answers: { ...all, documents: no } }, [])).toEqual(['reason: admission-explain']);
    expect(codes({ ...admit, answers: all, reason: 'Сума виправлена листом.' }, failedCap)).toEqual([]);
    expect(codes({ ...admit, answers: all }, noData)).toEqual([]);
  });

  it('proposes to refuse with a ground and a reason, also before everything is checked', () => {
    const refuse = { ...draft, verdict: 'refuse' } as const;
    const answers = { documents: open, statements: open, filling: open };
    expect(codes({ ...refuse, answers }, [])).toEqual(['ground: admission-ground', 'reason: admission-reason']);
    expect(codes({ ...refuse, answers, ground: 'age', reason: 'Зареєстрована запізно.' }, [])).toEqual([]);
  });

  it('is clean when everything was looked at and nothing failed', () => {
    expect([isClean(all, noData), isClean(all, failedCap), isClean({ ...all, filling: open }, [])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
