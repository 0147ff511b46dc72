import { Transform } from 'class-transformer';
import { ArrayMaxSize, Matches } from 'class-validator';
import { DayField, OneOfField, TextField, TickField } from '#libs/platform/http';
import { SCORERS } from '../access/evaluation.policy.js';
import { ID_SHAPE } from './distribution.forms.js';
import type { SeatRole } from '../use-cases/appoint-commission-member.js';

const NAME_MAX = 100;
const EMAIL_MAX = 254;
const EMAIL_SHAPE = /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]{2,}$/;
const POSITION_MAX = 300;
const ACT_NUMBER_MAX = 50;
const REASON_MAX = 500;
const SEATS_MAX = 100;

/** Who is appointed, to what, and by which order. */
export class AppointForm {
  @OneOfField(SCORERS) role: SeatRole;
  @TextField({ max: EMAIL_MAX, pattern: EMAIL_SHAPE, patternCode: 'evaluation.email-form' }) email: string;
  @TextField({ max: NAME_MAX }) familyName: string;
  @TextField({ max: NAME_MAX }) givenName: string;
  @TextField({ max: NAME_MAX, required: false }) patronymic: string | null;
  @TextField({ max: POSITION_MAX }) position: string;
  @TickField() isCsoRepresentative = false;
  @TickField() isReserve = false;
  @TextField({ max: ACT_NUMBER_MAX }) actNumber: string;
  @DayField() actOn: string;
}

/** Who of the earlier commission is appointed anew; the fields have names of their own beside the form above. */
export class TakeOverForm {
  @Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()))
  @ArrayMaxSize(SEATS_MAX, { message: 'evaluation.choose-members' })
  @Matches(ID_SHAPE, { each: true, message: 'evaluation.choose-members' })
  takenIds: string[] = [];
  @TextField({ max: ACT_NUMBER_MAX }) takenNumber: string;
  @DayField() takenOn: string;
}

/** The order that ends a membership. */
export class EndForm {
  @TextField({ max: ACT_NUMBER_MAX }) actNumber: string;
  @DayField() actOn: string;
  @TextField({ max: REASON_MAX }) reason: string;
}
