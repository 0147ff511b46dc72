import { EMAIL_LENGTH_MAX, EMAIL_SHAPE } from '#libs/identity';
import { TextField, TickField, Typed, WholeNumberField } from '#libs/platform/http';
import { IsArray, IsIn } from 'class-validator';
import { LIMITS } from '../model/limits.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const Name = (): PropertyDecorator => TextField({ max: LIMITS.name, code: 'events.name-missing' });
const Line = (max: number = LIMITS.line): PropertyDecorator => TextField({ max, required: false });
const Email = (required: boolean): PropertyDecorator =>
  TextField({
    max: EMAIL_LENGTH_MAX,
    required,
    code: 'events.email-form',
    pattern: EMAIL_SHAPE,
    patternCode: 'events.email-form',
  });

/** What somebody may put right afterwards. */
export class OwnDetailsForm {
  @Name() fullName: string;
  @Line(LIMITS.phone) phone: string | null;
  @Line() organisation: string | null;
  @Line() position: string | null;
  @Line(LIMITS.names) names: string | null;
  @Line(LIMITS.reason) accessNeeds: string | null;
}

class GuestForm extends OwnDetailsForm {
  @WholeNumberField({ min: 1, max: LIMITS.group }) seats = 1;
  @Line(LIMITS.reason) question: string | null;
  /** Of an open day or a programme: one value or several. */
  @Typed((value) => [value].flat().filter((one) => typeof one === 'string' && UUID.test(one)))
  @IsArray({ message: 'events.slot-missing' })
  slots: string[] = [];
  @TickField() maySplit = false;
  @TickField() asMedia = false;
  @TickField() mayPublishName = false;
  @TickField() mayPhotograph = false;
}

const Agreed = (): PropertyDecorator => IsIn([true], { message: 'events.consent-missing' });

export class RegisterForm extends GuestForm {
  @Email(true) email: string;
  @TickField() @Agreed() consent = false;
}

export class EnterForm extends GuestForm {
  @Email(false) email: string | null;
  @TickField() isReserved = false;
  /** Read aloud to whoever calls. */
  @TickField() @Agreed() consent = false;
}

export class RejectForm {
  @TextField({ max: LIMITS.reason, code: 'events.reason-missing' }) reason: string;
}
