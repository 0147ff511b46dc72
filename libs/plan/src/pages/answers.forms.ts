import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { DayField, OneOfField, TextField, TickField, WholeNumberField } from '#libs/platform/http';
import type { ConsultationRow, StatuteRow } from '../model/answer.js';
import { STATUTE_STATES, type AnswerForm, type StatuteState } from '../model/answer-form.js';
import { LIMITS } from '../model/limits.js';
import type { AnswerInput } from '../use-cases/save-answers.js';

const LINK = /^https?:\/\/\S+$/;
const MEASURES_MAX = 200;

/** One row: of a consultation, or of a statute; the fields of the other kind stay empty. */
class RowPart {
  @TextField({ max: LIMITS.name, required: false })
  title: string | null;
  @DayField({ required: false })
  from: string | null;
  @DayField({ required: false })
  until: string | null;
  @TextField({ max: LIMITS.link, required: false, pattern: LINK, patternCode: 'plan.link-form' })
  link: string | null;
  @WholeNumberField({ min: 0, max: LIMITS.figure, required: false })
  proposals: number | null;
  @WholeNumberField({ min: 0, max: LIMITS.figure, required: false })
  accepted: number | null;
  @OneOfField(STATUTE_STATES, { required: false })
  state: StatuteState | null;
  @DayField({ required: false })
  on: string | null;
}

/** What is said about one measure. */
class AnswerPart {
  @TextField({ max: 36 })
  sliceId: string;
  @TickField()
  notHeld: boolean;
  @TextField({ max: LIMITS.narrative, required: false })
  narrative: string | null;
  @WholeNumberField({ min: 0, max: LIMITS.figure, required: false })
  events: number | null;
  @WholeNumberField({ min: 0, max: LIMITS.figure, required: false })
  people: number | null;
  @WholeNumberField({ min: 0, max: LIMITS.figure, required: false })
  organisations: number | null;
  @Type(() => RowPart)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.answerRows)
  @IsArray()
  rows: RowPart[] = [];
}

export class AnswersForm {
  @Type(() => AnswerPart)
  @ValidateNested({ each: true })
  @ArrayMaxSize(MEASURES_MAX)
  @IsArray()
  answers: AnswerPart[] = [];
  /** The officer's page has one button, which sends. */
  @OneOfField(['send', 'save'], { required: false })
  act: 'send' | 'save' | null;
}

/** The same, typed in by the officer from a letter. */
export class LetterAnswersForm extends AnswersForm {
  @TextField({ max: LIMITS.letter })
  letterNumber: string;
  @DayField()
  letterOn: string;
}

const isEmpty = (row: RowPart): boolean => Object.values(row).every((value) => value === null || value === undefined);

/**
 * What was typed, without what was left empty: a measure of which nothing is said, and rows without a word. Each says
 * where it stood, so that a fault is told there. `forms` says which rows a measure has.
 */
export function typedAnswers(form: AnswersForm, forms: ReadonlyMap<string, AnswerForm>): AnswerInput[] {
  return form.answers.flatMap(({ notHeld, rows, ...answer }, index) => {
    const kept = notHeld ? [] : rows.flatMap((row, at) => (isEmpty(row) ? [] : [{ row, at }]));
    const own = kept.map(({ row }) => rowOf(row, forms.get(answer.sliceId) ?? 'plain'));
    const figures = [answer.narrative, answer.events, answer.people, answer.organisations];
    const isSaid = notHeld || own.length > 0 || figures.some((value) => value !== null);
    const place = { answer: index, rows: kept.map(({ at }) => at) };
    return isSaid ? [{ ...answer, wasHeld: !notHeld, rows: own, place }] : [];
  });
}

function rowOf(row: RowPart, form: AnswerForm): ConsultationRow | StatuteRow {
  const { title, link, from, until, proposals, accepted, state, on } = row;
  if (form === 'statutes') return { title: title ?? '', state: state ?? 'none', on, link };
  return { title: title ?? '', from, until, link, proposals, accepted };
}
