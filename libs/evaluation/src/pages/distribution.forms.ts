import { TextField, WholeNumberField } from '#libs/platform/http';
import { CHANGE_REASON_MAX } from '../model/distribution.js';

const VERSION_MAX = 1_000_000;
export const ID_SHAPE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The distribution that the page showed. */
export class ApprovalForm {
  @WholeNumberField({ min: 1, max: VERSION_MAX }) version: number;
}

/** One expert in the place of another. */
export class ReplacementForm {
  @WholeNumberField({ min: 1, max: VERSION_MAX }) version: number;
  @TextField({ max: 36, pattern: ID_SHAPE, patternCode: 'evaluation.choose-expert' }) toPersonId: string;
  @TextField({ max: CHANGE_REASON_MAX }) reason: string;
}
