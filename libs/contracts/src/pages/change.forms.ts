import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { DayField, MoneyField, OneOfField, TextField, TickField } from '#libs/platform/http';
import { ORDER_NUMBER, ORDER_NUMBER_MAX } from '#libs/documents';
import { InvalidInput, type FieldError } from '#libs/platform/errors';
import { GROUNDS, type Ground } from '../model/act.js';
import { CHANGE_KINDS, type ChangeKind } from '../model/change.js';
import type { AskedChange } from '../use-cases/ask-change.js';
import { LineRow } from './contract.forms.js';

const TEXT_MAX = 3000;
const LINES_MAX = 300;
const text = (): PropertyDecorator => TextField({ max: TEXT_MAX, required: false });

/** Each part counts when it is ticked. */
export class ChangeForm {
  @TickField() asksTime = false;
  @DayField({ required: false }) startsOn: string | null;
  @DayField({ required: false }) endsOn: string | null;
  @text() timeReason: string | null;
  @TickField() asksBudget = false;
  @ArrayMaxSize(LINES_MAX, { message: 'contracts.too-many-rows', context: { max: LINES_MAX } })
  @ValidateNested({ each: true })
  @Type(() => LineRow)
  lines: LineRow[] = [];
  @text() budgetReason: string | null;
  @TickField() asksContent = false;
  @text() contentWas: string | null;
  @text() contentText: string | null;
  @text() contentReason: string | null;
  @TickField() asksPeople = false;
  @text() peopleWas: string | null;
  @text() peopleText: string | null;
  @text() peopleReason: string | null;
}

export class PartRow {
  @OneOfField(CHANGE_KINDS) kind: ChangeKind;
  @OneOfField(['yes', 'no']) verdict: 'yes' | 'no';
  @TextField({ max: TEXT_MAX, code: 'contracts.reason-missing' }) reason: string;
}

/** The director decides on each part by itself. */
export class DecideForm {
  @ArrayMaxSize(CHANGE_KINDS.length, { message: 'contracts.too-many-rows', context: { max: CHANGE_KINDS.length } })
  @ValidateNested({ each: true })
  @Type(() => PartRow)
  parts: PartRow[] = [];
}

/** @throws InvalidInput where a ticked part lacks something */
export function askedOf(form: ChangeForm): AskedChange {
  const problems: FieldError[] = [];
  const need = (field: keyof ChangeForm & string): string => {
    if (!form[field]) problems.push({ field, code: 'contracts.part-missing' });
    return String(form[field] ?? '');
  };
  const asked: AskedChange = {
    time: form.asksTime ? { startsOn: need('startsOn'), endsOn: need('endsOn'), reason: need('timeReason') } : null,
    budget: form.asksBudget
      ? { fundedKop: form.lines.map(({ funded }) => funded), reason: need('budgetReason') }
      : null,
    content: form.asksContent
      ? { was: need('contentWas'), text: need('contentText'), reason: need('contentReason') }
      : null,
    people: form.asksPeople ? { was: need('peopleWas'), text: need('peopleText'), reason: need('peopleReason') } : null,
  };
  if (problems.length > 0) throw new InvalidInput(problems);
  return asked;
}

export class ActForm {
  @TextField({
    max: ORDER_NUMBER_MAX,
    code: 'contracts.order-missing',
    pattern: ORDER_NUMBER,
    patternCode: 'contracts.order-number',
  })
  number: string;
  @DayField() on: string;
  @OneOfField(GROUNDS, { required: false, code: 'contracts.ground-of-act' }) ground: Ground | null = null;
  @TextField({ max: TEXT_MAX, code: 'contracts.note-missing' }) note: string;
  @MoneyField({ required: false }) spent: number | null;
  @DayField({ required: false }) returnUntil: string | null;
}
