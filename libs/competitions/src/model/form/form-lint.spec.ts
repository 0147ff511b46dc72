import { defaultForm } from './default-form.js';
import { addQuestion, addSection, stepped } from './form-builder.js';
import { formChanges } from './form-changes.js';
import { formObstacles, formWarnings } from './form-lint.js';

const words = (uk: string) => ({ uk, en: '' });
const criteria = ['aim', 'results', 'efficiency', 'capacity'].map((key) => ({ key }));
const codes = (faults: { code: string; key: string }[]) => faults.map(({ code, key }) => `${code} ${key}`);

describe('what is wrong with a form before it is published', () => {
  it('nothing with the usual one', () => {
    expect(formObstacles(defaultForm())).toEqual([]);
    expect(formWarnings(defaultForm(), criteria)).toEqual([]);
  });

  it('a question that no criterion reads, a section that asks nothing, a missing translation', () => {
    const question = { kind: 'short' as const, title: words('Питання'), hint: words(''), required: false };
    const form = stepped(stepped(defaultForm(), addQuestion('need', question)), addSection(words('Порожній')));
    expect(codes(formWarnings(form, criteria))).toEqual(['no-criterion q1', 'empty-section s2', 'no-english q1']);
    expect(codes(formWarnings(defaultForm(), criteria.slice(1)))).toEqual([
      'no-criterion problem',
      'no-criterion targetGroup',
      'no-criterion aim',
    ]);
    const unread = formWarnings(defaultForm(), [...criteria, { key: 'new' }]);
    expect(unread).toEqual([{ code: 'criterion-unread', key: '', field: '', data: { criterion: 'new' } }]);
  });

  it('more words than the characters can hold', () => {
    const asked = (maxWords: number) => ({
      kind: 'long' as const,
      title: { uk: 'П', en: 'Q' },
      hint: words(''),
      required: true,
      criterion: 'aim',
      maxLength: 99,
      maxWords,
    });
    const warned = (maxWords: number) =>
      codes(formWarnings(stepped(defaultForm(), addQuestion('need', asked(maxWords))), criteria));
    expect([warned(50), warned(51)]).toEqual([[], ['words-over-length q1']]);
  });

  it('no questions at all, or a fixed part that is not there', () => {
    const form = defaultForm();
    const [, , , ...fixed] = form.sections;
    expect(codes(formObstacles({ sections: fixed }))).toEqual(['no-questions ']);
    const [activities, ...others] = fixed;
    expect(codes(formObstacles({ sections: [...form.sections.slice(0, 3), ...others] }))).toEqual([
      `part-missing ${activities!.key}`,
    ]);
  });

  it('says what a new version asks differently', () => {
    const form = defaultForm();
    const [need, ...others] = form.sections;
    const [problem, targetGroup] = need!.questions;
    const after = {
      ...form,
      sections: [
        {
          ...need!,
          questions: [
            { ...problem!, required: false },
            { ...targetGroup!, key: 'q1' },
          ],
        },
        ...others,
      ],
    };
    expect(formChanges(form, after).map(({ what, title }) => `${what} ${title.uk}`)).toEqual([
      `changed ${problem!.title.uk}`,
      `added ${targetGroup!.title.uk}`,
      `removed ${targetGroup!.title.uk}`,
    ]);
    expect(formChanges(form, JSON.parse(JSON.stringify(form)) as typeof form)).toEqual([]);
  });
});
