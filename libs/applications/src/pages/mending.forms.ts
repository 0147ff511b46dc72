import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { OneOfField, TextField } from '#libs/platform/http';
import { NOTE_LENGTH_MAX } from '../model/admission.js';
import { FLAW_LENGTH_MAX } from '../model/mending.js';

const PARTS_MAX = 60;
const PART_LENGTH_MAX = 80;

/** A page of the form; an empty text = nothing is wrong there. */
export class FlawRow {
  @TextField({ max: PART_LENGTH_MAX }) part: string;
  @TextField({ max: FLAW_LENGTH_MAX, required: false }) what: string | null;
}

export class GiveBackForm {
  @ArrayMaxSize(PARTS_MAX, { message: 'applications.too-many-rows', context: { max: PARTS_MAX } })
  @ValidateNested({ each: true })
  @Type(() => FlawRow)
  flaws: FlawRow[] = [];
}

export class RecheckForm {
  @OneOfField(['yes', 'no']) isMended: 'yes' | 'no';
  @TextField({ max: NOTE_LENGTH_MAX, required: false }) note: string | null;
}
