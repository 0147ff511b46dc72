import type { Grant } from '#libs/platform/access';

/** Every role and the kind of scope in which it is held. */
export const ROLES = Object.freeze({
  administrator: 'system',
  officer: 'organiser',
  director: 'organiser',
  'commission-chair': 'competition',
  'commission-secretary': 'competition',
  'commission-member': 'competition',
  expert: 'competition',
  applicant: 'organisation',
} satisfies Record<string, Grant['scopeKind']>);

export type Role = keyof typeof ROLES;

/** The commission of a competition: chair and secretary are voting and scoring members too. */
export const COMMISSION_ROLES: readonly Role[] = ['commission-chair', 'commission-secretary', 'commission-member'];

/** Who works for an authority. */
export const STAFF_ROLES: readonly Role[] = ['officer', 'director'];
