import { ORDER_NUMBER } from '#libs/documents';
import { DayField, KyivMomentField, MoneyField, TextField } from '#libs/platform/http';
import type { ActKind } from '../model/act.js';
import { LIMITS } from '../model/limits.js';

/** What every act has: number, date, reason. */
export class ActForm {
  potKop?: number | null;
  closesAt?: Date | null;

  @TextField({
    max: LIMITS.orderNumber,
    code: 'competitions.act-number-missing',
    pattern: ORDER_NUMBER,
    patternCode: 'competitions.act-number-form',
  })
  number: string;

  @DayField()
  actOn: string;

  @TextField({ max: LIMITS.actReason, code: 'competitions.act-reason-missing' })
  reason: string;
}

/** What to mend in an act that the director does not confirm. */
export class ReturnForm {
  @TextField({ max: LIMITS.actReason, code: 'competitions.act-remark-missing' })
  remark: string;
}

export class PotActForm extends ActForm {
  @MoneyField({ minKop: 1 })
  declare potKop: number;
}

export class ExtensionForm extends ActForm {
  @KyivMomentField()
  declare closesAt: Date;
}

export class ResumptionForm extends ActForm {
  @KyivMomentField({ required: false })
  declare closesAt: Date | null;
}

export const ACT_FORMS: Record<ActKind, new () => ActForm> = {
  extend: ExtensionForm,
  suspend: ActForm,
  resume: ResumptionForm,
  'change-pot': PotActForm,
  'not-held': ActForm,
  cancel: ActForm,
};
