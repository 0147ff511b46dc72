import { shownQuestions } from './form-conditions.js';
import type { Condition, ProposalForm, QuestionKind } from './proposal-form.js';

const words = { uk: 'Питання', en: '' };
const question = (key: string, kind: QuestionKind, condition: Condition | null = null) => ({
  ...{ key, kind, title: words, hint: words, required: true, condition },
});
const form: ProposalForm = {
  sections: [
    { key: 'one', title: words, questions: [question('children', 'yes-no'), question('who', 'choices')] },
    {
      key: 'two',
      title: words,
      questions: [
        question('age', 'choice', { question: 'children', is: 'yes' }),
        question('school', 'short', { question: 'age', is: 'pupils' }),
        question('means', 'short', { question: 'who', is: 'wheelchair' }),
      ],
    },
  ],
};
const shown = (answers: Record<string, unknown>) => [...shownQuestions(form, answers)];

describe('questions that are asked', () => {
  it('one without a condition always', () => expect(shown({})).toEqual(['children', 'who']));

  it('one with a condition when the answer is so', () => {
    expect(shown({ children: 'yes' })).toEqual(['children', 'who', 'age']);
    expect(shown({ children: 'no' })).toEqual(['children', 'who']);
    expect(shown({ who: ['blind', 'wheelchair'] })).toEqual(['children', 'who', 'means']);
  });

  it('a question behind a hidden one is hidden, whatever was answered there before', () => {
    expect(shown({ children: 'yes', age: 'pupils' })).toContain('school');
    expect(shown({ children: 'no', age: 'pupils' })).not.toContain('school');
  });
});
