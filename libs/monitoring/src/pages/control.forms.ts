import { Type } from 'class-transformer';
import { ArrayMaxSize, IsUUID, ValidateNested } from 'class-validator';
import { DayField, MoneyField, OneOfField, TextField, WholeNumberField } from '#libs/platform/http';
import { MONEY_USES, RESULTS, type MoneyUse, type ProjectResult } from '../model/conclusion.lifecycle.js';
import { EXPENSES_MAX, REASON_MAX, STORY_MAX, TEXT_MAX, VERSION_MAX } from '../model/limits.js';
import { VersionForm } from './report.forms.js';

export class VerdictRow {
  @IsUUID('all', { message: 'platform.choose' })
  @TextField({ max: 40 })
  expenseId: string;
  @OneOfField(['accepted', 'refused']) verdict: 'accepted' | 'refused';
  @TextField({ max: REASON_MAX, required: false }) reason: string | null;
}

export class CheckForm extends VersionForm {
  @ArrayMaxSize(EXPENSES_MAX, { message: 'monitoring.too-many-rows', context: { max: EXPENSES_MAX } })
  @ValidateNested({ each: true })
  @Type(() => VerdictRow)
  expenses: VerdictRow[] = [];
}

export class FindingForm {
  @TextField({ max: STORY_MAX, code: 'monitoring.finding-missing' }) what: string;
  @MoneyField({ required: false, minKop: 1 }) sum: number | null;
  @DayField() dueOn: string;
}

/** The conclusion that was on the page, 0 where there was none. */
export class ConclusionVersionForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX, code: 'monitoring.conclusion-stale' }) version: number;
}

export class FixedForm {
  @TextField({ max: STORY_MAX, code: 'monitoring.answer-missing' }) answer: string;
}

export class DecisionForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX, code: 'monitoring.finding-stale' }) version: number;
  @OneOfField(['close', 'ask-again', 'leave']) action: 'close' | 'ask-again' | 'leave';
  @TextField({ max: REASON_MAX, code: 'monitoring.decision-missing' }) decision: string;
}

export class AnswerForm extends ConclusionVersionForm {
  @TextField({ max: STORY_MAX, code: 'monitoring.answer-missing' }) answer: string;
}

export class ObjectionForm extends ConclusionVersionForm {
  @TextField({ max: STORY_MAX, code: 'monitoring.objection-missing' }) objection: string;
}

export class ConclusionForm extends ConclusionVersionForm {
  @OneOfField(RESULTS) result: ProjectResult;
  @OneOfField(MONEY_USES) moneyUse: MoneyUse;
  @TextField({ max: STORY_MAX, code: 'monitoring.grounds-missing' }) grounds: string;
  @TextField({ max: STORY_MAX, required: false }) recommendation: string | null;
}

export class RefundForm {
  @MoneyField({ minKop: 1 }) amount: number;
  @DayField() paidOn: string;
  @TextField({ max: TEXT_MAX }) documentNumber: string;
}
