import fc from 'fast-check';
import { DomainError } from '#libs/platform/errors';
import { defaultForm } from './default-form.js';
import {
  addQuestion,
  addSection,
  changeQuestion,
  moveQuestion,
  moveSection,
  removeQuestion,
  removeSection,
  stepped,
  type FormStep,
} from './form-builder.js';
import { formFaults } from './form-faults.js';
import {
  choicesOf,
  QUESTION_KINDS,
  questionOf,
  questionsOf,
  type ProposalForm,
  type Question,
} from './proposal-form.js';

const words = (uk: string) => ({ uk, en: '' });
const asked = (values: Partial<Question> = {}): Omit<Question, 'key'> => ({
  ...{ kind: 'short', title: words('Питання'), hint: words(''), required: true, ...values },
});
const keysOf = (form: ProposalForm) => questionsOf(form).map(({ key }) => key);
const codeOf = (form: ProposalForm, step: FormStep): string => {
  try {
    stepped(form, step);
    return 'done';
  } catch (error) {
    return (error as DomainError).fields[0]?.code ?? (error as DomainError).code;
  }
};

/** Two questions of one page, the second asked only after «yes». */
function conditional(): ProposalForm {
  const yes = stepped(defaultForm(), addQuestion('need', asked({ kind: 'yes-no' })));
  return stepped(yes, addQuestion('need', asked({ condition: { question: 'q1', is: 'yes' } })));
}

describe('building a form', () => {
  it('starts with a form that has nothing wrong', () => expect(formFaults(defaultForm())).toEqual([]));

  it('gives a key once: a question that was removed leaves it unused', () => {
    const one = stepped(defaultForm(), addQuestion('need', asked()));
    const again = stepped(stepped(one, removeQuestion('q1')), addQuestion('need', asked()));
    expect([questionOf(again, 'q1'), questionOf(again, 'q2')?.kind]).toEqual([undefined, 'short']);
  });

  it.each([
    ['Так', ' т а к', '', ''],
    ['Так', 'Ні', 'Yes', 'YES'],
  ])('two options that read the same are refused: %s, %s, %s, %s', (first, second, firstEn, secondEn) => {
    const options = [
      { value: 'a', title: { uk: first, en: firstEn } },
      { value: 'b', title: { uk: second, en: secondEn } },
    ];
    const step = addQuestion('need', asked({ kind: 'choice', options }));
    expect(codeOf(defaultForm(), step)).toBe('competitions.form-option-repeated');
  });

  it('a condition looks back only', () => {
    const form = conditional();
    expect(codeOf(form, moveQuestion('q2', 'up'))).toBe('competitions.form-condition-not-earlier');
    expect(codeOf(form, moveQuestion('q1', 'down'))).toBe('competitions.form-condition-not-earlier');
    expect(codeOf(form, moveSection('need', 'down'))).toBe('done');
    expect(codeOf(form, changeQuestion('q1', asked({ condition: { question: 'q2', is: 'x' } })))).toBe(
      'competitions.form-condition-not-earlier',
    );
    expect(codeOf(form, changeQuestion('q2', asked({ condition: { question: 'q1', is: 'maybe' } })))).toBe(
      'competitions.form-condition-never',
    );
  });

  it('what others depend on stays', () => {
    expect(codeOf(conditional(), removeQuestion('q1'))).toBe('competitions.form-condition-not-earlier');
    const options = ['a', 'b', 'c'].map((value) => ({ value, title: words(value) }));
    const choice = stepped(defaultForm(), addQuestion('need', asked({ kind: 'choice', options })));
    const form = stepped(choice, addQuestion('need', asked({ condition: { question: 'q1', is: 'c' } })));
    expect(codeOf(form, changeQuestion('q1', asked({ options: options.slice(0, 2) })))).toBe(
      'competitions.form-condition-never',
    );
  });

  it('rule 12: the statement on other sources stays and is mandatory, its words are free', () => {
    const section = defaultForm().sections.find(({ questions }) =>
      questions.some(({ key }) => key === 'otherSources'),
    )!;
    const { key, kind: _, ...statement } = section.questions.find((one) => one.key === 'otherSources')!;
    const fixed = 'competitions.form-fixed-question';
    expect(statement.required).toBe(true);
    expect(codeOf(defaultForm(), removeQuestion(key))).toBe(fixed);
    expect(codeOf(defaultForm(), removeSection(section.key))).toBe(fixed);
    expect(codeOf(defaultForm(), changeQuestion(key, { ...statement, required: false }))).toBe(fixed);
    expect(codeOf(defaultForm(), changeQuestion(key, { ...statement, title: words('Інші кошти') }))).toBe('done');
    expect(codeOf(defaultForm(), moveQuestion(key, 'up'))).toBe('done');
  });

  it('moves a question over the border into the next section, and the fixed parts keep to themselves', () => {
    const { sections } = stepped(defaultForm(), moveQuestion('targetGroup', 'down'));
    expect(sections.slice(0, 2).map(({ questions }) => questions[0]!.key)).toEqual(['problem', 'targetGroup']);
    expect(keysOf(stepped(defaultForm(), moveQuestion('otherSourcesNote', 'down')))).toEqual(keysOf(defaultForm()));
    expect(codeOf(defaultForm(), removeSection('budget'))).toBe('competitions.form-fixed-part');
    expect(codeOf(defaultForm(), addQuestion('budget', asked()))).toBe('competitions.form-question-misplaced');
    expect(codeOf(defaultForm(), addQuestion('need', asked({ kind: 'file', formats: ['pdf'] })))).toBe(
      'competitions.form-question-misplaced',
    );
  });

  it.each<[Partial<Question>, string]>([
    [{ title: words('') }, 'untitled'],
    [{ kind: 'number', min: 5, max: 4 }, 'min-over-max'],
    [{ kind: 'table', columns: [], rowsMin: 1 }, 'columns-none'],
    [
      { kind: 'table', columns: [{ key: 'c', title: words('c'), kind: 'date' }], rowsMin: 3, rowsMax: 2 },
      'rows-over-max',
    ],
    [{ kind: 'choice', options: [{ value: 'a', title: words('a') }] }, 'options-few'],
  ])('refuses %j', (question, code) => {
    expect(codeOf(defaultForm(), addQuestion('need', asked(question)))).toBe(`competitions.form-${code}`);
  });

  it('refuses a file without a format', () => {
    expect(codeOf(defaultForm(), addQuestion('files', asked({ kind: 'file', formats: [] })))).toBe(
      'competitions.form-file-without-format',
    );
  });
});

const optionsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `o${at}`, title: words(`Варіант ${at}`) }));
const spare = fc.record({
  kind: fc.constantFrom(...QUESTION_KINDS),
  options: fc.integer({ min: 0, max: 4 }).map(optionsOf),
  min: fc.option(fc.integer({ min: 0, max: 9 })),
  max: fc.option(fc.integer({ min: 0, max: 9 })),
  formats: fc.subarray(['pdf', 'docx'] as const).map((formats) => [...formats]),
  required: fc.boolean(),
});
const at = fc.nat({ max: 60 });
const direction = fc.constantFrom('up' as const, 'down' as const);
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** Any step of an officer; indexes fall on whatever stands in the form by then. */
const anyStep = fc.oneof(
  at.map(
    (index): FormStep =>
      (form) =>
        moveSection(pick(form.sections, index).key, 'up')(form),
  ),
  fc.tuple(at, direction).map(
    ([index, way]): FormStep =>
      (form) =>
        moveQuestion(pick(keysOf(form), index), way)(form),
  ),
  at.map(
    (index): FormStep =>
      (form) =>
        removeQuestion(pick(keysOf(form), index))(form),
  ),
  at.map(
    (index): FormStep =>
      (form) =>
        removeSection(pick(form.sections, index).key)(form),
  ),
  fc.constant(addSection(words('Розділ'))),
  fc.tuple(at, at, at, spare).map(([where, on, which, question]): FormStep => (form) => {
    const earlier = pick(questionsOf(form), on);
    const is = pick([...choicesOf(earlier), 'нема такого'], which);
    const condition = which % 2 ? { question: earlier.key, is } : null;
    return addQuestion(pick(form.sections, where).key, asked({ ...question, condition }))(form);
  }),
);

describe('any sequence of steps', () => {
  it('leaves a form that can be filled in, and never changes the one it was given', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let form = defaultForm();
        for (const step of steps) {
          if (questionsOf(form).length === 0) break;
          const before = JSON.stringify(form);
          try {
            const after = stepped(form, step);
            expect(JSON.stringify(form)).toBe(before);
            form = after;
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          expect(formFaults(form)).toEqual([]);
          expect(JSON.parse(JSON.stringify(form))).toEqual(form);
        }
      }),
    );
  });
});
