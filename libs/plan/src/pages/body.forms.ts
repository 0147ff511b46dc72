import { EMAIL_LENGTH_MAX, EMAIL_SHAPE } from '#libs/identity';
import { DayField, OneOfField, TextField, TickField, WholeNumberField } from '#libs/platform/http';
import { HINDRANCES, type Hindrance } from '../model/body.js';
import { LIMITS } from '../model/limits.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const VERSION_MAX = 1_000_000;

/** What is known of a body. */
export class BodyFields {
  @TextField({ max: 80, code: 'platform.choose' })
  classKey: string;
  @TextField({ max: LIMITS.name })
  name: string;
  @TextField({ max: 19, required: false, pattern: /^UA\d{17}$/, patternCode: 'plan.territory-form' })
  territoryCode: string | null;
  @TextField({ max: EMAIL_LENGTH_MAX, required: false, pattern: EMAIL_SHAPE, patternCode: 'plan.email-form' })
  email: string | null;
  @TextField({ max: LIMITS.contact, required: false })
  contactName: string | null;
  @TextField({ max: LIMITS.phone, required: false })
  phone: string | null;
  @DayField()
  validFrom: string;
  @DayField({ required: false })
  validUntil: string | null;
  @TextField({ max: 36, required: false, pattern: UUID, patternCode: 'platform.choose' })
  successorId: string | null;
  @TickField()
  isOwn: boolean;
  @OneOfField(HINDRANCES, { required: false })
  hindered: Hindrance | null;
  @DayField({ required: false })
  hinderedFrom: string | null;
  @DayField({ required: false })
  hinderedUntil: string | null;
  @TextField({ max: LIMITS.basis, required: false })
  hinderedBasis: string | null;
}

export class KnownBodyFields extends BodyFields {
  @WholeNumberField({ min: 1, max: VERSION_MAX })
  version: number;
}
