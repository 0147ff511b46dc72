import type { Grant } from '#libs/platform/access';

/** Every role and the kind of scope in which it is held. */
export const ROLES = Object.freeze({
  administrator: 'system',
  officer: 'organiser',
  director: 'organiser',
  accountant: 'organiser',
  monitor: 'organiser',
  auditor: 'organiser',
  'community-contact': 'organiser',
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

/** Roles that an administrator gives on `/admin/people`; the commission comes by an order of a competition. */
export const INVITED_ROLES = [
  'officer',
  'director',
  'accountant',
  'monitor',
  'auditor',
  'community-contact',
  'administrator',
] as const satisfies readonly Role[];
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** Roles that an act always gives until a day. */
export const TIMED_ROLES: readonly Role[] = ['auditor'];

/** Roles whose own work has no pages yet; they are told so on the desk (identity:desk.waiting.<role>). */
export const ROLES_WITHOUT_WORK: readonly Role[] = ['community-contact'];

/**
 * An auditor sees every page of the authority as its officer sees it; the power is there only while a page is read.
 * So a new page for officers is open to auditors by itself, and nothing that changes anything ever is.
 */
export function withReadingGrants(grants: readonly Grant[]): Grant[] {
  const reading = grants
    .filter(({ role }) => role === 'auditor')
    .map(({ scopeKind, scopeId }): Grant => ({ role: 'officer', scopeKind, scopeId, isReading: true }));
  return [...grants, ...reading];
}
