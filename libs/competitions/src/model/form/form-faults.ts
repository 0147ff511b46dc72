import { choicesOf, FIXED_PARTS, FORM_LIMITS, questionsOf, type ProposalForm, type Question } from './proposal-form.js';

/** What makes a form unfit; the words are `errors.form-<code>`. `field` is the input on the page of the question. */
export interface Fault {
  code: string;
  /** Key of the section or question; empty = the form as a whole. */
  key: string;
  field: string;
  data?: Record<string, unknown>;
}

/** Everything that makes a form unfit, in its order; empty = it can be filled in. */
export function formFaults(form: ProposalForm): Fault[] {
  return [...countFaults(form), ...keyFaults(form), ...partFaults(form), ...sectionFaults(form), ...allQuestions(form)];
}

const when = (isThere: boolean, code: string, key: string, field: string, data?: Record<string, unknown>): Fault[] =>
  isThere ? [{ code, key, field, ...(data && { data }) }] : [];

function countFaults(form: ProposalForm): Fault[] {
  const { sections, questions } = FORM_LIMITS;
  return [
    ...when(form.sections.length > sections, 'too-many-sections', '', '', { max: sections }),
    ...when(questionsOf(form).length > questions, 'too-many-questions', '', '', { max: questions }),
  ];
}

function keyFaults(form: ProposalForm): Fault[] {
  const keys = [...form.sections.map(({ key }) => `section ${key}`), ...questionsOf(form).map(({ key }) => key)];
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
  return repeated.map((key) => ({ code: 'key-repeated', key, field: '' }));
}

/** Each fixed part stands once; files are asked for among the files and nowhere else. */
function partFaults(form: ProposalForm): Fault[] {
  const once = FIXED_PARTS.filter((part) => form.sections.filter((one) => one.part === part).length !== 1);
  const misplaced = form.sections.flatMap(({ part, questions }) =>
    questions.filter(({ kind }) => (part === undefined ? kind === 'file' : part !== 'files' || kind !== 'file')),
  );
  return [
    ...once.map((key) => ({ code: 'part-missing', key, field: '' })),
    ...misplaced.map(({ key }) => ({ code: 'question-misplaced', key, field: 'section' })),
  ];
}

const sectionFaults = (form: ProposalForm): Fault[] =>
  form.sections.flatMap(({ key, title }) => when(!title.uk, 'untitled', key, 'titleUk'));

const allQuestions = (form: ProposalForm): Fault[] => {
  const questions = questionsOf(form);
  return questions.flatMap((question, index) => questionFaults(question, questions.slice(0, index)));
};

/** `earlier`: the questions before it; a condition may name only these, so there are no circles. */
export function questionFaults(question: Question, earlier: readonly Question[]): Fault[] {
  const { key, kind, title, min, max, rowsMin, rowsMax } = question;
  return [
    ...when(!title.uk, 'untitled', key, 'titleUk'),
    ...conditionFaults(question, earlier),
    ...when((kind === 'number' || kind === 'money') && isOver(min, max), 'min-over-max', key, 'max'),
    ...when(kind === 'table' && isOver(rowsMin, rowsMax), 'rows-over-max', key, 'rowsMax'),
    ...when(kind === 'file' && !question.formats?.length, 'file-without-format', key, 'formats'),
    ...optionFaults(question),
    ...columnFaults(question),
  ];
}

const isOver = (least: number | null | undefined, most: number | null | undefined): boolean =>
  typeof least === 'number' && typeof most === 'number' && least > most;

function conditionFaults({ key, condition }: Question, earlier: readonly Question[]): Fault[] {
  if (!condition) return [];
  const asked = earlier.find((one) => one.key === condition.question);
  if (!asked) return when(true, 'condition-not-earlier', key, 'condition');
  return when(!choicesOf(asked).includes(condition.is), 'condition-never', key, 'condition', { question: asked.title });
}

function optionFaults({ key, kind, options = [] }: Question): Fault[] {
  if (kind !== 'choice' && kind !== 'choices') return [];
  const values = options.map(({ value }) => value);
  const same = sameOption(options);
  return [
    ...when(options.length < 2, 'options-few', key, 'options'),
    ...when(options.length > FORM_LIMITS.options, 'options-many', key, 'options', { max: FORM_LIMITS.options }),
    ...when(new Set(values).size < values.length || options.some((o) => !o.title.uk), 'option-unfit', key, 'options'),
    ...when(same !== undefined, 'option-repeated', key, 'options', { option: same }),
  ];
}

/** What two options say alike in one of the languages: nobody could tell them apart. */
function sameOption(options: NonNullable<Question['options']>): string | undefined {
  return (['uk', 'en'] as const)
    .flatMap((lang) => {
      const read = options.map(({ title }) => title[lang].toLowerCase().replace(/\s+/g, ''));
      return options
        .filter((_, index) => read[index] !== '' && read.indexOf(read[index]!) < index)
        .map(({ title }) => title[lang]);
    })
    .at(0);
}

function columnFaults({ key, kind, columns = [] }: Question): Fault[] {
  if (kind !== 'table') return [];
  const keys = columns.map((column) => column.key);
  return [
    ...when(columns.length === 0, 'columns-none', key, 'columns'),
    ...when(columns.length > FORM_LIMITS.columns, 'columns-many', key, 'columns', { max: FORM_LIMITS.columns }),
    ...when(new Set(keys).size < keys.length || columns.some((c) => !c.title.uk), 'column-unfit', key, 'columns'),
  ];
}
