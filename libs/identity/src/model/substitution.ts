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

/** «в. о.», «т. в. о.» say that somebody acts, not as whom: nothing is left when they are taken away. */
export const namesPosition = (position: string): boolean =>
  /\p{L}/u.test(
    position.replace(/^\s*(?:тимчасово\s+)?(?:т\.?\s*)?(?:в\.?\s*о\.?|виконувач\S*(?:\s+обов.язк\S*)?)(?!\p{L})/iu, ''),
  );

/** What is wrong with the act that appoints: it must be there already and before the first day, and say as whom somebody acts. */
export function actProblems(act: { actOn: string; position: string; fromOn: string }, today: string): FieldError[] {
  return [
    ...(act.fromOn < act.actOn ? [{ field: 'fromOn', code: 'identity.absence-before-act' }] : []),
    ...(act.actOn > today ? [{ field: 'actOn', code: 'identity.act-in-future' }] : []),
    ...(namesPosition(act.position) ? [] : [{ field: 'position', code: 'identity.position-bare' }]),
  ];
}
