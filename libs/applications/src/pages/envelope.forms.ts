import { EMAIL_LENGTH_MAX, EMAIL_SHAPE } from '#libs/identity';
import { DayField, KyivMomentField, OneOfField, TextField, WholeNumberField } from '#libs/platform/http';
import { CHANNELS, ENVELOPE_LIMITS, type Channel, type NewEnvelope } from '../model/envelope.js';

const VERSION_MAX = 1_000_000;

/** What is written on the envelope. */
export class EnvelopeForm implements NewEnvelope {
  @TextField({ max: ENVELOPE_LIMITS.incomingNumber, code: 'applications.envelope-number' }) incomingNumber: string;
  @KyivMomentField() receivedAt: Date;
  @OneOfField(CHANNELS, { code: 'applications.envelope-channel' }) channel: Channel;
  @DayField({ required: false }) postmarkOn: string | null;
  @TextField({ max: ENVELOPE_LIMITS.sender, code: 'applications.envelope-sender' }) sender: string;
  @TextField({ required: false, max: EMAIL_LENGTH_MAX, pattern: EMAIL_SHAPE, patternCode: 'identity.email-form' })
  email: string | null;
}

/** Which version of the envelope the page showed. */
export class EnvelopeStepForm {
  @WholeNumberField({ min: 1, max: VERSION_MAX, code: 'applications.envelope-stale' }) version: number;
}

export class TypingForm extends EnvelopeStepForm {
  @TextField({ max: 8, code: 'identity.edrpou-wrong', pattern: /^\d{8}$/, patternCode: 'identity.edrpou-wrong' })
  edrpou: string;
}

export class AcceptTypedForm extends EnvelopeStepForm {
  @WholeNumberField({ min: 1, max: VERSION_MAX }) applicationVersion: number;
}

export class NotedStepForm extends EnvelopeStepForm {
  @TextField({ max: ENVELOPE_LIMITS.note, code: 'applications.envelope-note' }) note: string;
}
