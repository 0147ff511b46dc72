import { changedAt, hryvnias, LICENCE, type PublicGrant } from './public-grant.js';

/** Of the 360Giving Data Standard, 1.4.3; packages name its major and minor number. */
const STANDARD = '1.4';
/** Until a prefix is registered with 360Giving, grants carry our own. */
const PREFIX = '360G-spryiannia';
/** Organisations of Ukraine in the list of org-id.guide. */
const REGISTER = 'UA-EDR';

export interface GrantPackage {
  version: string;
  license: string;
  title: string;
  /** ISO instant. */
  modified: string;
  grants: Grant[];
}

type Grant = ReturnType<typeof grantOf>;

/** Grants as the 360Giving Data Standard describes them. `origin`: of the site, without a slash at the end. */
export function grantPackage(grants: readonly PublicGrant[], title: string, origin: string): GrantPackage {
  return {
    ...{ version: STANDARD, license: LICENCE, title },
    modified: changedAt(grants).toISOString(),
    grants: grants.map((grant) => grantOf(grant, origin)),
  };
}

function grantOf(grant: PublicGrant, origin: string) {
  const { competitionCode: code, organiserEdrpou, organiserName, recipientEdrpou, recipientName } = grant;
  return {
    id: `${PREFIX}-${grant.registerCode}`,
    title: grant.title,
    description: `${grant.title}. ${grant.competitionTitle} (${grant.registerCode})`,
    ...{ currency: 'UAH', fromOpenCall: 'Yes' as const },
    amountAppliedFor: hryvnias(grant.requestedKop),
    amountAwarded: hryvnias(grant.awardedKop),
    amountDisbursed: hryvnias(grant.paidKop),
    awardDate: grant.awardedOn,
    url: grant.contractId ? `${origin}/funded/${grant.contractId}` : `${origin}/competitions/${code}/results`,
    ...(grant.plannedFrom &&
      grant.plannedUntil && { plannedDates: [{ startDate: grant.plannedFrom, endDate: grant.plannedUntil }] }),
    recipientOrganization: [
      {
        ...{ id: `${REGISTER}-${recipientEdrpou}`, name: recipientName, companyNumber: recipientEdrpou },
        location: [{ name: grant.settlement, countryCode: 'UA' }],
      },
    ],
    fundingOrganization: [{ id: `${REGISTER}-${organiserEdrpou}`, name: organiserName }],
    grantProgramme: [{ code, title: grant.competitionTitle, url: `${origin}/competitions/${code}` }],
    dateModified: grant.changedAt.toISOString(),
  };
}
