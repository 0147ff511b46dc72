import { holds, type Actor } from '#libs/platform/access';
import { identityPaths } from '../paths.js';
import { COMMISSION_ROLES, STAFF_ROLES } from './roles.js';

/** Where a person usually goes; `key` names the phrase `desk.link.<key>`. */
export interface QuickLink {
  key: string;
  href: string;
}

/** The doors on the desk, by role. Pages of upper libs are named by address: the port brings only what waits there. */
export function quickLinks(actor: Actor): QuickLink[] {
  const isApplicant = holds(actor, ['applicant']);
  const links: [boolean, QuickLink][] = [
    [holds(actor, STAFF_ROLES), { key: 'competitions', href: '/organiser/competitions' }],
    [holds(actor, ['officer', 'director']), { key: 'plans', href: '/organiser/plans' }],
    [holds(actor, ['officer', 'director', 'accountant']), { key: 'contracts', href: '/organiser/contracts' }],
    [holds(actor, ['officer', 'director', 'accountant']), { key: 'payments', href: '/organiser/payments' }],
    [holds(actor, ['officer', 'director']), { key: 'registers', href: '/registers/imports' }],
    [holds(actor, [...COMMISSION_ROLES, 'expert']), { key: 'scoring', href: '/scoring' }],
    [holds(actor, ['officer', 'administrator']), { key: 'claims', href: identityPaths.claims }],
    [isApplicant, { key: 'applications', href: '/applications' }],
    [isApplicant, { key: 'myContracts', href: '/contracts' }],
    [isApplicant, { key: 'calls', href: '/competitions' }],
    [holds(actor, ['administrator']), { key: 'people', href: identityPaths.people }],
    [holds(actor, ['administrator']), { key: 'organisers', href: identityPaths.organisers }],
    [holds(actor, [...STAFF_ROLES, 'administrator']), { key: 'words', href: '/words' }],
    [holds(actor, ['administrator']), { key: 'organisations', href: identityPaths.organisationsOfSystem }],
    [holds(actor, ['administrator']), { key: 'system', href: '/admin/system' }],
    [actor.grants.length === 0, { key: 'organisation', href: identityPaths.newOrganisation }],
    [actor.grants.length === 0, { key: 'myClaims', href: identityPaths.myClaims }],
  ];
  return links.filter(([shown]) => shown).map(([, link]) => link);
}
