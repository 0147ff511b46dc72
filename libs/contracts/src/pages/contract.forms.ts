import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, Equals, IsArray, IsUUID, ValidateNested } from 'class-validator';
import { DayField, MoneyField, TextField, TickField, Typed, WholeNumberField } from '#libs/platform/http';
import { ORDER_NUMBER, ORDER_NUMBER_MAX } from '#libs/documents';
import { plainIban } from '../model/iban.js';
import { SECTION_MAX, SECTIONS } from '../model/template/sections.js';

const PLACE_MAX = 200;
const NAME_MAX = 200;
const SUBJECT_MAX = 500;
const REMARKS_MAX = 2000;
const INSTALMENTS_MAX = 24;
const LINES_MAX = 300;
const TOGETHER_MAX = 1000;
const VERSION_MAX = 1_000_000;
const KPKVK = { max: 7, pattern: /^\d{7}$/, patternCode: 'contracts.kpkvk' };
const KEKV = { max: 4, pattern: /^\d{4}$/, patternCode: 'contracts.kekv' };

/** What all contracts of a competition begin with. */
export class DraftForm {
  @TextField({ max: PLACE_MAX, code: 'contracts.place-missing' }) place: string;
  @TextField(KPKVK) kpkvk: string;
  @TextField(KEKV) kekv: string;
  @WholeNumberField({ min: 1, max: 100 }) firstPercent: number;
}

export class InstalmentRow {
  @MoneyField({ required: false }) amount: number | null;
  @DayField({ required: false }) dueOn: string | null;
  @TickField() waitsForReport = false;
}

export class LineRow {
  @MoneyField() funded: number;
}

export class TermsForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX, code: 'contracts.stale' }) version: number;
  @TextField({ max: SUBJECT_MAX, code: 'contracts.subject-missing' }) subject: string;
  @DayField() startsOn: string;
  @DayField() endsOn: string;
  @TextField({ max: PLACE_MAX, code: 'contracts.place-missing' }) place: string;
  @TextField(KPKVK) kpkvk: string;
  @TextField(KEKV) kekv: string;
  @ArrayMaxSize(INSTALMENTS_MAX, { message: 'contracts.too-many-rows', context: { max: INSTALMENTS_MAX } })
  @ValidateNested({ each: true })
  @Type(() => InstalmentRow)
  instalments: InstalmentRow[] = [];
  @ArrayMaxSize(LINES_MAX, { message: 'contracts.too-many-rows', context: { max: LINES_MAX } })
  @ValidateNested({ each: true })
  @Type(() => LineRow)
  lines: LineRow[] = [];
}

/** Pasted with blanks and small letters; the check digits are the business of the use case (rule 27). */
const Iban = () => Typed((value) => (typeof value === 'string' && value.trim() !== '' ? plainIban(value) : null));
const IBAN_MAX = 40;

export class DetailsForm {
  @Iban()
  @TextField({ max: IBAN_MAX, code: 'contracts.iban-missing' })
  iban: string;
  @Iban()
  @TextField({ max: IBAN_MAX, required: false })
  treasuryIban: string | null;
  @TextField({ max: NAME_MAX, code: 'contracts.signer-missing' }) signerName: string;
  @TextField({ max: NAME_MAX, code: 'contracts.position-missing' }) signerPosition: string;
  @TextField({ max: NAME_MAX, code: 'contracts.ground-missing' }) ground: string;
}

export class RemarksForm {
  @TextField({ max: REMARKS_MAX, code: 'contracts.remarks-missing' }) remarks: string;
}

export class AgreeForm {
  @Equals(true, { message: 'contracts.confirm-agreement' })
  @TickField()
  confirmed = false;
}

const asList = ({ obj }: { obj: unknown }): unknown[] => {
  const { ids } = obj as { ids?: unknown };
  return Array.isArray(ids) ? ids : ids ? [ids] : [];
};

/** Contracts that are chosen for one step. */
export class TogetherForm {
  @Transform(asList)
  @ArrayNotEmpty({ message: 'contracts.nothing-chosen' })
  @ArrayMaxSize(TOGETHER_MAX)
  @IsUUID('all', { each: true, message: 'platform.choose' })
  @IsArray()
  ids: string[] = [];
}

export class InForceForm extends TogetherForm {
  @DayField() on: string;
}

export class InForceDayForm {
  @DayField() on: string;
}

/** A form of one button. */
export class NoForm {}

/** A text of contracts, section by section. */
export class TemplateForm {
  @TextField({
    max: ORDER_NUMBER_MAX,
    code: 'contracts.order-missing',
    pattern: ORDER_NUMBER,
    patternCode: 'contracts.order-number',
  })
  orderNumber: string;
  @DayField() orderOn: string;
}
for (const key of SECTIONS)
  TextField({ max: SECTION_MAX, code: 'contracts.section-missing' })(TemplateForm.prototype, key);
