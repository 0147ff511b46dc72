import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, Matches } from 'class-validator';
import { invalidField } from '#libs/platform/errors';
import { OneOfField, TextField, WholeNumberField } from '#libs/platform/http';
import {
  EXPERT_FIELDS,
  LOAD_LIMIT_MAX,
  PLACE_LENGTH_MAX,
  PLACES_MAX,
  REFUSAL_REASON_MAX,
  type ExpertField,
} from '../model/expert.js';
import type { ExpertProfile } from '../use-cases/answer-invitation.js';
import { ID_SHAPE } from './distribution.forms.js';

const PRIORITIES_MAX = 50;
const PLACES_TEXT_MAX = 2_000;

const asList = ({ value }: { value: unknown }): unknown => (value === undefined ? [] : [value].flat());

/** An expert answers an invitation; the profile counts only with «accept». */
export class InvitationForm {
  @OneOfField(['accept', 'refuse'], { code: 'evaluation.choose-answer' }) answer: 'accept' | 'refuse';
  @Transform(asList)
  @IsIn(EXPERT_FIELDS, { each: true, message: 'platform.choose' })
  fields: ExpertField[] = [];
  @Transform(asList)
  @ArrayMaxSize(PRIORITIES_MAX, { message: 'platform.choose' })
  @Matches(ID_SHAPE, { each: true, message: 'platform.choose' })
  priorities: string[] = [];
  @TextField({ max: PLACES_TEXT_MAX, required: false }) places: string | null;
  @WholeNumberField({ min: 1, max: LOAD_LIMIT_MAX, required: false }) loadLimit: number | null;
  @OneOfField(['yes'], { required: false }) agrees: string | null;
  @TextField({ max: REFUSAL_REASON_MAX, required: false }) reason: string | null;
}

/** @throws InvalidInput without a field of work, without the agreement, with too many places */
export function profileOf(form: InvitationForm, hasAgreed: boolean): ExpertProfile {
  const places = [...new Set((form.places ?? '').split('\n').map((line) => line.trim()))].filter(Boolean);
  if (form.fields.length === 0) throw invalidField('fields', 'evaluation.choose-fields');
  if (places.length > PLACES_MAX || places.some((place) => place.length > PLACE_LENGTH_MAX))
    throw invalidField('places', 'evaluation.links-too-many', { count: PLACES_MAX, max: PLACE_LENGTH_MAX });
  if (!hasAgreed && !form.agrees) throw invalidField('agrees', 'evaluation.agree-first');
  return { fields: form.fields, places, loadLimit: form.loadLimit, priorities: form.priorities };
}

/** @throws InvalidInput without a reason */
export function refusalOf({ reason }: InvitationForm): string {
  if (!reason) throw invalidField('reason', 'evaluation.refusal-reason');
  return reason;
}

export class ReplacementReasonForm {
  @TextField({ max: REFUSAL_REASON_MAX }) reason: string;
}
