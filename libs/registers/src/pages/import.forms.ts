import { DayField, TextField, WholeNumberField } from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the file comes from; the file itself is beside it. */
export class SourceForm {
  @TextField({ max: 36, pattern: UUID, patternCode: 'platform.choose', code: 'platform.choose' })
  organiserId: string;
  @TextField({ max: LIMITS.sourceTitle })
  sourceTitle: string;
  @DayField()
  sourceOn: string;
  @TextField({ max: LIMITS.sourceBy })
  sourceBy: string;
  @TextField({ max: LIMITS.sourceLink, required: false, pattern: /^https?:\/\/\S+$/, patternCode: 'registers.link' })
  sourceLink: string | null;
  @TextField({ max: 36, pattern: UUID, patternCode: 'platform.choose', required: false })
  competitionId: string | null;
  @DayField({ required: false })
  coversFrom: string | null;
  @DayField({ required: false })
  coversUntil: string | null;
}

export class ApplyForm {
  @TextField({ max: 16 })
  seen: string;
}

export class UndoForm {
  @TextField({ max: LIMITS.undoReason })
  reason: string;
  @WholeNumberField({ min: 0, max: LIMITS.rows })
  removed: number;
}

/** A button without fields. */
export class NoFields {}
