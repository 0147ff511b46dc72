import { DayField, OneOfField, TextField, WholeNumberField } from '#libs/platform/http';
import type { Direction } from '../model/form/form-builder.js';
import { FORM_LIMITS } from '../model/form/proposal-form.js';
import { LIMITS } from '../model/limits.js';
import { VersionedForm } from './settings.forms.js';

const KEY_MAX = 60;

/** Every step of building says which state of the form it was taken from. */
export class RevisedForm {
  @WholeNumberField({ min: 1, max: 1_000_000 })
  revision: number;
}

export class FormMoveForm extends RevisedForm {
  @TextField({ max: KEY_MAX, required: false }) section: string | null;
  @TextField({ max: KEY_MAX, required: false }) question: string | null;
  @OneOfField(['up', 'down']) direction: Direction;
}

export class CopyFormForm extends RevisedForm {
  @TextField({ max: 36, pattern: /^[0-9a-f-]{36}$/, patternCode: 'platform.choose', code: 'platform.choose' })
  from: string;
}

export class SectionForm extends RevisedForm {
  @TextField({ max: FORM_LIMITS.title, code: 'competitions.form-untitled' }) titleUk: string;
  @TextField({ max: FORM_LIMITS.title, required: false }) titleEn: string | null;
}

export class FormOrderForm extends VersionedForm {
  @TextField({ max: LIMITS.orderNumber, required: false }) formOrderNumber: string | null;
  @DayField({ required: false }) formOrderOn: string | null;
}

/** The act that changes a form which is being filled in. */
export class FormActForm extends RevisedForm {
  @TextField({ max: LIMITS.orderNumber }) actNumber: string;
  @DayField() actOn: string;
  @TextField({ max: LIMITS.reason }) reason: string;
}
