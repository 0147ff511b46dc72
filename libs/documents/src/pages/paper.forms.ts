import { DayField, OneOfField, TextField } from '#libs/platform/http';
import { FATES, SIGNATURE_FORMS, type Fate, type SignatureForm } from '../model/paper.js';

export const REGISTRATION_NUMBER_MAX = 60;
export const WITHDRAWAL_REASON_MAX = 1_000;

export class SignatureFields {
  @OneOfField(SIGNATURE_FORMS)
  form: SignatureForm;
}

export class RegistrationForm {
  @TextField({ max: REGISTRATION_NUMBER_MAX, code: 'documents.registration-number' })
  number: string;

  @DayField()
  registeredOn: string;
}

export class WithdrawalForm {
  @TextField({ max: WITHDRAWAL_REASON_MAX, code: 'documents.withdrawal-reason' })
  reason: string;

  @OneOfField(FATES)
  fate: Fate;
}
