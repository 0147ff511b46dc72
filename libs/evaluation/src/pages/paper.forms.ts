import { TextField, WholeNumberField } from '#libs/platform/http';
import { PAPER_REASON_MAX } from '../model/paper-sheet.js';
import { COMMENT_MAX } from '../model/sheet.js';

const VERSION_MAX = 1_000_000;
const CHOSEN = { pattern: /^[0-9a-f-]{36}$/, patternCode: 'platform.choose', code: 'platform.choose' };

/** Points and comments are read as those of a sheet. */
export class PaperForm {
  @TextField({ max: 36, ...CHOSEN }) scorerId: string;
  @TextField({ max: 36, ...CHOSEN }) applicationId: string;
  @TextField({ max: COMMENT_MAX, required: false }) comment: string | null;
}

export class PaperVersionForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX }) version: number;
}

export class PaperReasonForm extends PaperVersionForm {
  @TextField({ max: PAPER_REASON_MAX }) reason: string;
}
