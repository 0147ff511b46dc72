import { DayField, TextField, WholeNumberField } from '#libs/platform/http';

const PURPOSE_MAX = 420;
const BASIS_MAX = 300;
const DOCUMENT_MAX = 40;
const REASON_MAX = 1000;
const NUMBER_MAX = 1000;

export class OrderForm {
  @WholeNumberField({ min: 1, max: NUMBER_MAX }) instalment: number;
  @TextField({ max: PURPOSE_MAX, code: 'contracts.purpose-missing' }) purpose: string;
  @TextField({ max: BASIS_MAX, required: false }) basis: string | null;
}

export class MadeForm {
  @TextField({ max: DOCUMENT_MAX, code: 'contracts.document-missing' }) documentNumber: string;
  @DayField() paidOn: string;
}

export class ReasonForm {
  @TextField({ max: REASON_MAX, code: 'contracts.reason-missing' }) reason: string;
}

export class StatementForm {
  @TextField({ max: 36, code: 'platform.choose' }) organiserId: string;
}
