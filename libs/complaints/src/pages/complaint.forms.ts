import { IsUUID } from 'class-validator';
import {
  DayField,
  KyivMomentField,
  OneOfField,
  readUpload,
  type FailedForm,
  TextField,
  WholeNumberField,
  type FormBody,
  type PortalRequest,
} from '#libs/platform/http';
import {
  DECISIONS,
  DEMAND_MAX,
  GROUNDS,
  NAME_MAX,
  NUMBER_MAX,
  OUTCOMES,
  REASON_MAX,
  STORY_MAX,
  type Decision,
  type Ground,
  type Incoming,
  type NewComplaint,
  type Outcome,
} from '../model/complaint.js';
import type { Correction } from '../model/effect.js';
import type { ComplaintFiles } from '../use-cases/register-complaint.js';

const VERSION_MAX = 1_000_000;
const SHEETS_MAX = 100;
const PLACE_MAX = 300;
const ID_LENGTH = 40;

/** What somebody complains of. */
export class ComplaintForm implements NewComplaint {
  @OneOfField(DECISIONS, { code: 'complaints.choose-decision' }) decision: Decision;
  @OneOfField(GROUNDS, { code: 'complaints.choose-ground' }) ground: Ground;
  @TextField({ max: STORY_MAX, code: 'complaints.story-missing' }) story: string;
  @TextField({ max: DEMAND_MAX, code: 'complaints.demand-missing' }) demand: string;
  @TextField({ max: ID_LENGTH, required: false }) againstId: string | null;
  @TextField({ max: NAME_MAX, required: false }) representative: string | null;
  @TextField({ max: NAME_MAX, required: false }) authority: string | null;
}

/** … and how it came, by the office journal. */
export class IncomingForm extends ComplaintForm implements Incoming {
  @TextField({ max: NUMBER_MAX, code: 'complaints.code-missing' }) registerCode: string;
  @OneOfField(['paper', 'email'], { code: 'complaints.choose-channel' }) channel: Incoming['channel'];
  @TextField({ max: NUMBER_MAX, code: 'complaints.incoming-missing' }) incomingNumber: string;
  @DayField() receivedOn: string;
}

export class AssignForm {
  @IsUUID('all', { message: 'platform.choose' })
  @TextField({ max: ID_LENGTH, code: 'platform.choose' })
  personId: string;
}

export class ReasonForm {
  @TextField({ max: REASON_MAX, code: 'complaints.reason-missing' }) reason: string;
}

export class StepForm {
  @WholeNumberField({ min: 1, max: VERSION_MAX, code: 'complaints.stale' }) version: number;
}

/** Points are read from `points[<criterion>]`. */
export class AnswerForm extends StepForm {
  @OneOfField(OUTCOMES, { code: 'complaints.choose-outcome' }) outcome: Outcome;
  @TextField({ max: STORY_MAX, code: 'complaints.words-missing' }) words: string;
  @OneOfField(['none', 'sheet', 'exclude'], { required: false }) effect: 'none' | 'sheet' | 'exclude' | null;
  @WholeNumberField({ min: 1, max: SHEETS_MAX, required: false }) sheet: number | null;
}

export class SessionForm {
  @KyivMomentField() plannedAt: Date;
  @TextField({ max: PLACE_MAX }) place: string;
}

/** What the reviewer says should have been; a sheet is numbered from one. */
export function correctionIn(
  { effect, sheet }: AnswerForm,
  body: FormBody,
  complaint: { applicationId: string; againstId: string | null },
): Correction | null {
  if (effect === 'exclude') return { kind: 'exclude', applicationId: complaint.againstId ?? '' };
  if (effect !== 'sheet') return null;
  const typed = typeof body.points === 'object' && body.points !== null ? Object.entries(body.points) : [];
  const points = Object.fromEntries(typed.map(([key, value]) => [key, pointsOf(String(value))]));
  return { kind: 'sheet', applicationId: complaint.applicationId, sheet: (sheet ?? 0) - 1, points };
}

/** What is no plain whole number is inside no scale. */
const pointsOf = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN);

export interface ComplaintUpload {
  fields: FormBody;
  files: ComplaintFiles;
}

/** The fields and the files of a complaint; a file that is too large comes back as the errors of the form. */
export async function readComplaint(request: PortalRequest): Promise<ComplaintUpload | FailedForm> {
  const upload = await readUpload(request);
  if ('errors' in upload) return upload;
  const { fields, files } = upload;
  return {
    fields,
    files: {
      evidence: files.filter(({ field }) => field === 'files'),
      authority: files.find(({ field }) => field === 'authorityFile'),
    },
  };
}
