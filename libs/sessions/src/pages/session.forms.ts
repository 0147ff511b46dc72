import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsString } from 'class-validator';
import type { FormBody } from '#libs/platform/http';
import type { Vote } from '../model/session.js';
import type { CastBallot } from '../use-cases/cast-ballots.js';

const MEMBERS_MAX = 100;

/** Who came: one checkbox per member. */
export class AttendanceForm {
  @Transform(({ value }) => (value === undefined ? [] : [value].flat()))
  @ArrayMaxSize(MEMBERS_MAX, { message: 'platform.choose' })
  @IsString({ each: true, message: 'platform.choose' })
  present: string[] = [];
}

/** A form of one button. */
export class NoFields {}

/**
 * Votes as `votes[<item>]` with `reasons[<item>]`; items left open take `rest`, when one was chosen,
 * so that forty agreed items are one click.
 */
export function readBallots(body: FormBody, itemIds: readonly string[]): CastBallot[] {
  const votes = (body.votes ?? {}) as Record<string, unknown>;
  const reasons = (body.reasons ?? {}) as Record<string, unknown>;
  return itemIds.flatMap((itemId) => {
    const vote = text(votes[itemId]) || text(body.rest);
    return vote ? [{ itemId, vote: vote as Vote, reason: text(reasons[itemId]) }] : [];
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
