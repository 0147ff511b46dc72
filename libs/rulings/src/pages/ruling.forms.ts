import { DayField, OneOfField, TextField } from '#libs/platform/http';
import {
  CASE_MAX,
  CODES_MAX,
  COURT_MAX,
  REMARK_MAX,
  RULING_KINDS,
  WORDS_MAX,
  type RulingKind,
} from '../model/ruling.js';

const ID_LENGTH = 40;

/** A ruling as it came from the court. */
export class RulingForm {
  @OneOfField(RULING_KINDS, { code: 'rulings.choose-kind' }) kind: RulingKind;
  @TextField({ max: COURT_MAX, code: 'rulings.court-missing' }) court: string;
  @TextField({ max: CASE_MAX, code: 'rulings.case-missing' }) caseNumber: string;
  @DayField() ruledOn: string;
  @DayField() inForceOn: string;
  @TextField({ max: WORDS_MAX, code: 'rulings.words-missing' }) words: string;
  @OneOfField(['whole', 'named'], { required: false }) scope: 'whole' | 'named' | null;
  @TextField({ max: CODES_MAX, required: false }) codes: string | null;
  @TextField({ max: ID_LENGTH, required: false }) liftsId: string | null;
}

export class RemarkForm {
  @TextField({ max: REMARK_MAX, code: 'rulings.remark-missing' }) remark: string;
}

export class NoFields {}
