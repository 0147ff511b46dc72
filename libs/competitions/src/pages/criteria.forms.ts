import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsString, ValidateNested } from 'class-validator';
import { TextField, WholeNumberField } from '#libs/platform/http';
import type { Anchor } from '../model/criterion.js';
import { LIMITS } from '../model/limits.js';
import { newRowKey } from './row-buttons.js';
import { AnchorsField, HundredthsField } from './settings-fields.js';
import { VersionedForm } from './settings.forms.js';

const KEY = /^[a-z][a-z0-9-]{0,39}$/;

class CriterionForm {
  @TextField({ max: 40, pattern: KEY })
  key: string;
  @TextField({ max: LIMITS.criterionTitle, code: 'competitions.criterion-unnamed' })
  title: string;
  @TextField({ max: LIMITS.criterionQuestion, required: false })
  question: string | null;
  @WholeNumberField({ min: 1, max: LIMITS.points })
  maxPoints: number;
  @AnchorsField()
  guidance: Anchor[];
}

export class CriteriaForm extends VersionedForm {
  @Type(() => CriterionForm)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.criteria, { message: 'platform.wrong-form' })
  criteria: CriterionForm[] = [];

  @HundredthsField({ max: LIMITS.criteria * LIMITS.points, code: 'competitions.points' })
  passingHundredths: number | null;

  @Transform(({ value }) => Object.values((value ?? {}) as object).filter(Boolean))
  @ArrayMaxSize(LIMITS.criteria + 2, { message: 'platform.choose' })
  @IsString({ each: true, message: 'platform.choose' })
  tieOrder: string[] = [];
}

export const criterionKeys = (criteria: readonly { key: unknown }[]): string[] =>
  criteria.map(({ key }) => String(key));

/** A new criterion gets its key at once, so that the tie order can name it. */
export const newCriterionRow = (rows: readonly Record<string, unknown>[]): Record<string, unknown> => ({
  ...{ key: newRowKey('criterion', rows), title: '', question: '' },
  ...{ maxPoints: '5', guidance: '' },
});
