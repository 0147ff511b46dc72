import { DayField, TextField, TickField, WholeNumberField } from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NAME_MAX = 300;

export class NewDraftForm {
  @TextField({ max: 36, pattern: UUID, patternCode: 'platform.choose', code: 'platform.choose' })
  organiserId: string;
  @WholeNumberField({ min: 1991, max: 2200 })
  year: number;
}

export class RowForm {
  @TextField({ max: 7, pattern: /^\d{1,2}\.\d{1,3}$/, patternCode: 'measures.measure-number' })
  number: string;
  @TextField({ max: LIMITS.planText })
  directionTitle: string;
  @TextField({ max: LIMITS.planText })
  title: string;
  @TextField({ max: NAME_MAX })
  deadlineText: string;
  @TextField({ max: LIMITS.planText })
  parties: string;
  @TickField()
  isRemoved: boolean;
}

export class ApprovalForm {
  @TextField({ max: LIMITS.planText })
  title: string;
  @TextField({ max: LIMITS.planText })
  approvedByPosition: string;
  @TextField({ max: NAME_MAX })
  approvedByName: string;
  @DayField()
  approvedOn: string;
  @TextField({ max: LIMITS.planText })
  signedByPosition: string;
  @TextField({ max: NAME_MAX })
  signedByName: string;
}

/** A button without fields. */
export class NoFields {}
