import { Type } from 'class-transformer';
import { ArrayMaxSize, Equals, Max, ValidateNested } from 'class-validator';
import { MONTHS_MAX, PRICE_MAX_KOP, QUANTITY_MAX, SHARE_MAX_KOP } from '#libs/applications';
import { DayField, MoneyField, TextField, TickField, WholeNumberField } from '#libs/platform/http';

const LINES_MAX = 200;
const REASON_MAX = 1_000;
const LETTER_NUMBER_MAX = 50;

const limited = (maxKop: number): PropertyDecorator =>
  Max(maxKop, { message: 'applications.amount-too-large', context: { max: maxKop / 100 } });

/** The money of one line of a corrected budget. */
export class CorrectedRow {
  @WholeNumberField({ min: 0, max: QUANTITY_MAX, required: false }) quantity: number | null;
  @WholeNumberField({ min: 0, max: MONTHS_MAX, required: false }) months: number | null;
  @limited(PRICE_MAX_KOP) @MoneyField({ required: false }) price: number | null;
  @limited(SHARE_MAX_KOP) @MoneyField({ required: false }) funded: number | null;
  @limited(SHARE_MAX_KOP) @MoneyField({ required: false }) own: number | null;
  @limited(SHARE_MAX_KOP) @MoneyField({ required: false }) other: number | null;
}

export class ConsentForm {
  @ArrayMaxSize(LINES_MAX, { message: 'applications.too-many-rows', context: { max: LINES_MAX } })
  @ValidateNested({ each: true })
  @Type(() => CorrectedRow)
  lines: CorrectedRow[] = [];

  @Equals(true, { message: 'awards.consent-unsure' })
  @TickField()
  agreed = false;
}

export class RefusalForm {
  @TextField({ max: REASON_MAX, code: 'awards.refusal-reason' })
  reason: string;

  @Equals(true, { message: 'awards.refusal-unsure' })
  @TickField()
  sure = false;
}

/** A letter of the organisation, as the office journal has it. */
export class RefusalLetterForm {
  @TextField({ max: LETTER_NUMBER_MAX, code: 'awards.letter-number' })
  number: string;

  @DayField({ code: 'awards.letter-on' })
  on: string;

  @TextField({ max: REASON_MAX, code: 'awards.refusal-reason' })
  reason: string;
}
