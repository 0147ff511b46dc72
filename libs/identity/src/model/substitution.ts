import { addDays } from '#libs/platform/clock';
import type { FieldError } from '#libs/platform/errors';
import type { Role } from './roles.js';

/** Powers that pass to a substitute while their holder is away. */
export const SUBSTITUTED_ROLES = ['director', 'officer', 'commission-chair', 'commission-secretary'] as const;
export type SubstitutedRole = (typeof SUBSTITUTED_ROLES)[number];

export const isSubstituted = (role: Role): role is SubstitutedRole =>
  (SUBSTITUTED_ROLES as readonly Role[]).includes(role);

/** A longer absence is a new appointment. */
export const SUBSTITUTION_DAYS_MAX = 366;

/** The days of an absence: Kyiv days, both inclusive. */
export interface Absence {
  fromOn: string;
  untilOn: string;
}

/** What is wrong with the days; a substitution that is over gives nobody anything. */
export function absenceProblems({ fromOn, untilOn }: Absence, today: string): FieldError[] {
  if (untilOn < fromOn) return [{ field: 'untilOn', code: 'identity.absence-order' }];
  if (untilOn < today) return [{ field: 'untilOn', code: 'identity.absence-over' }];
  if (untilOn > addDays(fromOn, SUBSTITUTION_DAYS_MAX))
    return [{ field: 'untilOn', code: 'identity.absence-too-long', data: { max: SUBSTITUTION_DAYS_MAX } }];
  return [];
}
