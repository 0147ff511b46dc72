import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsString, IsUUID } from 'class-validator';
import { OneOfField, TextField, type FormBody } from '#libs/platform/http';
import type { Vote } from '../model/session.js';
import type { CastBallot } from '../use-cases/cast-ballots.js';
import { ATTENDANCE_CHANGES, type AttendanceChange } from '../use-cases/note-attendance.js';

const MEMBERS_MAX = 100;
const CANCEL_REASON_MAX = 500;

/** Who came: one checkbox per member. */
export class OpeningForm {
  @Transform(({ value }) => (value === undefined ? [] : [value].flat()))
  @ArrayMaxSize(MEMBERS_MAX, { message: 'platform.choose' })
  @IsString({ each: true, message: 'platform.choose' })
  present: string[] = [];
}

export class AttendanceForm {
  @IsUUID('all', { message: 'platform.choose' })
  person: string;

  @OneOfField(ATTENDANCE_CHANGES)
  change: AttendanceChange;
}

export class CancelForm {
  @TextField({ max: CANCEL_REASON_MAX })
  reason: string;
}

/** A form of one button. */
export class NoFields {}

/**
 * Votes as `votes[<item>]` with `reasons[<item>]`; items left open take `rest`, when one was chosen,
 * so that forty agreed items are one click.
 */
export function readBallots(body: FormBody, itemIds: readonly string[]): CastBallot[] {
  const votes = record(body.votes);
  const reasons = record(body.reasons);
  return itemIds.flatMap((itemId) => {
    const vote = text(votes[itemId]) || text(body.rest);
    const reason = text(reasons[itemId]);
    // Words without a vote are not lost: they are refused at the vote.
    return vote || reason ? [{ itemId, vote: vote as Vote, reason }] : [];
  });
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
