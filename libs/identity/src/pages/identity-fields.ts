import { applyDecorators } from '@nestjs/common';
import { Equals, IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { TextField, TickField, Typed, WholeNumberField } from '#libs/platform/http';
import { isEdrpou } from '../model/edrpou.js';
import { EMAIL_LENGTH_MAX, EMAIL_SHAPE } from '../model/email-shape.js';

const PASSWORD_BYTES_MAX = 1_000;
const NAME_LENGTH_MAX = 100;
const CODE_LENGTH_MAX = 40;
const PHONE_LENGTH_MAX = 40;
const PHONE_SHAPE = /^\+?[\d ()-]{7,}$/;
/** Letters of any script, with what joins them: «Нечуй-Левицький», «Лук’яненко». */
const NAME_SHAPE = /^[\p{L}\p{M}][\p{L}\p{M}' ’ʼ.-]*$/u;

/** An e-mail address as typed. */
export const EmailField = (): PropertyDecorator =>
  TextField({
    max: EMAIL_LENGTH_MAX,
    code: 'identity.email-form',
    pattern: EMAIL_SHAPE,
    patternCode: 'identity.email-form',
  });

/** A code of the unified register with its check digit (rule 5): what is wrong with it is told with all the rest. */
export const EdrpouField = (): PropertyDecorator =>
  applyDecorators(
    Typed((value) => (typeof value === 'string' ? value.trim() : '')),
    ValidateBy({ name: 'edrpou', validator: { validate: isEdrpou } }, { message: 'identity.edrpou-wrong' }),
  );

/** A password exactly as typed: nothing is cut off. Its rules are those of model/password-rules.ts. */
export function PasswordField(): PropertyDecorator {
  return applyDecorators(
    Typed((value) => (typeof value === 'string' ? value : '')),
    MaxLength(PASSWORD_BYTES_MAX, { message: 'identity.password-too-long', context: { max: 128 } }),
    MinLength(1, { message: 'identity.password-empty' }),
    IsString({ message: 'identity.password-empty' }),
  );
}

/** The box «I agree»: nothing personal is taken without it. */
export const ConsentField = (): PropertyDecorator =>
  applyDecorators(TickField(), Equals(true, { message: 'identity.consent-needed' }));

/** Which version of the personal-data notice stood on the page. */
export const NoticeVersionField = (): PropertyDecorator => WholeNumberField({ min: 0, max: 1_000_000 });

/** A code of the second factor: six digits of the authenticator, or a recovery code. */
export const CodeField = (): PropertyDecorator => TextField({ max: CODE_LENGTH_MAX, code: 'identity.code-empty' });

/** One part of a person's name. */
export const NameField = (field: { required?: boolean; code?: string } = {}): PropertyDecorator =>
  TextField({ ...field, max: NAME_LENGTH_MAX, pattern: NAME_SHAPE, patternCode: 'identity.name-form' });

/** The 27 regions of the classifier КАТОТТГ: its first two digits (order of the Ministry № 290 of 26.11.2020). */
const REGIONS = '01|05|07|12|14|18|21|23|26|32|35|44|46|48|51|53|56|59|61|63|65|68|71|73|74|80|85';
const KATOTTG = new RegExp(`^UA(?:${REGIONS})\\d{15}$`);

/** The code of a settlement in КАТОТТГ; its form and region are checked, the classifier itself is not kept here. */
export const KatottgField = (): PropertyDecorator =>
  TextField({ required: false, max: 19, pattern: KATOTTG, patternCode: 'identity.katottg-form' });

const KOATUU = new RegExp(`^(?:${REGIONS})\\d{8}$`);

/** The code of a settlement in КОАТУУ, the classifier before КАТОТТГ: its regions have the same numbers. */
export const KoatuuField = (): PropertyDecorator =>
  TextField({ required: false, max: 10, pattern: KOATUU, patternCode: 'identity.koatuu-form' });

export const PhoneField = (field: { required?: boolean } = {}): PropertyDecorator =>
  TextField({
    ...field,
    max: PHONE_LENGTH_MAX,
    code: 'identity.phone-form',
    pattern: PHONE_SHAPE,
    patternCode: 'identity.phone-form',
  });

/** The authority whose staff will confirm what takes two people; empty where an administrator does. */
export const ConfirmerField = (): PropertyDecorator =>
  TextField({ required: false, max: 36, pattern: /^[0-9a-f-]{36}$/, patternCode: 'identity.confirmer' });
