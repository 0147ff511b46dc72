import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsUUID } from 'class-validator';
import { OneOfField, TextField, TickField } from '#libs/platform/http';
import {
  CLAIM_ANSWERS,
  CLAIM_DECISIONS,
  CLAIM_GROUNDS,
  CLAIM_PURPOSES,
  type ClaimAnswer,
  type ClaimDecision,
  type ClaimGround,
} from '../model/claim.js';
import { EdrpouField } from './identity-fields.js';

const WORDS_MAX = 1_000;
const ENDS_MAX = 100;

export class NewClaimForm {
  @EdrpouField() edrpou: string;
  @OneOfField(CLAIM_PURPOSES, { code: 'identity.purpose-empty' }) purpose: (typeof CLAIM_PURPOSES)[number];
  @TextField({ max: 200, code: 'identity.position-empty' }) position: string;
  @TextField({ max: WORDS_MAX, code: 'identity.claim-words-empty' }) words: string;
  @TextField({ max: 300, required: false }) extractName: string | null;
  @TextField({ max: 200, required: false }) extractHead: string | null;
}

export class ExtractForm {
  @TextField({ max: 300, code: 'identity.name-empty' }) extractName: string;
  @TextField({ max: 200, code: 'identity.head-name-empty' }) extractHead: string;
}

export class AnswerForm {
  @OneOfField(CLAIM_ANSWERS, { code: 'identity.answer-empty' }) answer: ClaimAnswer;
  @TextField({ max: WORDS_MAX, required: false }) words: string | null;
}

export class DecisionForm {
  @OneOfField(CLAIM_DECISIONS, { code: 'identity.decision-empty' }) decision: ClaimDecision;
  @OneOfField(CLAIM_GROUNDS, { required: false }) ground: ClaimGround | null;
  @Transform(({ value }) => (value === undefined ? [] : [value].flat()))
  @ArrayMaxSize(ENDS_MAX, { message: 'platform.choose' })
  @IsUUID('all', { each: true, message: 'platform.choose' })
  ends: string[] = [];
  @TickField() takesHead = false;
  @TextField({ max: 500, required: false }) reason: string | null;
}

export class ReasonForm {
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
}

export class LeaveForm extends ReasonForm {
  @TickField() isUnderstood = false;
}

export class NoFields {}
