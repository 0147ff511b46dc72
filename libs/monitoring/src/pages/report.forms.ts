import { Type } from 'class-transformer';
import { ArrayMaxSize, IsUUID, ValidateNested } from 'class-validator';
import { DayField, MoneyField, TextField, WholeNumberField } from '#libs/platform/http';
import { REACH_MAX, REASON_MAX, STORY_MAX, TEXT_MAX, VERSION_MAX } from '../model/limits.js';

const PEOPLE_MAX = 10_000_000;
const ROWS_MAX = 300;
const tooMany = (max: number) => ({ message: 'monitoring.too-many-rows', context: { max } });
const Text = (max = TEXT_MAX) => TextField({ max, required: false });
const People = (required = false) => WholeNumberField({ min: 0, max: PEOPLE_MAX, required });

/** Every page of a report carries the version that it shows. */
export class VersionForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX, code: 'monitoring.stale' }) version: number;
}

/** A draft may be saved with gaps; what is missing is said before it is submitted. */
export class StoryForm extends VersionForm {
  @Text(STORY_MAX) done: string | null;
  @Text(STORY_MAX) results: string | null;
  @Text(STORY_MAX) difficulties: string | null;
}

export class FactRow {
  @IsUUID('all', { message: 'platform.choose' })
  @TextField({ max: 40 })
  indicatorId: string;
  @Text() fact: string | null;
  @Text() sourceDocument: string | null;
  @Text() confirmedBy: string | null;
  @DayField({ required: false }) confirmedOn: string | null;
  @People() people: number | null;
  @People() women: number | null;
}

export class FactsForm extends VersionForm {
  @ArrayMaxSize(ROWS_MAX, tooMany(ROWS_MAX))
  @ValidateNested({ each: true })
  @Type(() => FactRow)
  indicators: FactRow[] = [];
}

export class ReachRow {
  @TextField({ max: TEXT_MAX }) groupName: string;
  @TextField({ max: TEXT_MAX }) district: string;
  @People(true) people: number;
  @People(true) women: number;
}

export class ReachForm extends VersionForm {
  @ArrayMaxSize(REACH_MAX, tooMany(REACH_MAX))
  @ValidateNested({ each: true })
  @Type(() => ReachRow)
  reach: ReachRow[] = [];
}

export class ReasonRow {
  @IsUUID('all', { message: 'platform.choose' })
  @TextField({ max: 40 })
  lineId: string;
  @Text(REASON_MAX) reason: string | null;
}

export class ReasonsForm extends VersionForm {
  @ArrayMaxSize(ROWS_MAX, tooMany(ROWS_MAX))
  @ValidateNested({ each: true })
  @Type(() => ReasonRow)
  lines: ReasonRow[] = [];
}

export class ExpenseForm {
  @IsUUID('all', { message: 'platform.choose' })
  @TextField({ max: 40, code: 'platform.choose' })
  lineId: string;
  @DayField() paidOn: string;
  @TextField({ max: TEXT_MAX }) payee: string;
  @TextField({ max: TEXT_MAX }) purpose: string;
  @TextField({ max: TEXT_MAX }) documentTitle: string;
  @MoneyField() funded: number;
  @MoneyField({ required: false }) own: number | null;
}

export class ReasonForm extends VersionForm {
  @TextField({ max: REASON_MAX, code: 'monitoring.reason-missing' }) reason: string;
}

/** A form of one button. */
export class NoForm {}
