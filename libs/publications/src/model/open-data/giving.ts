import { publicationPaths } from '../../paths.js';
import type { Grant } from './grant.js';

/** Of the list of organisation identifiers org-id.guide: the register of Ukrainian legal persons. */
const REGISTER = 'UA-EDR';
/** Until a prefix is registered with 360Giving, grants carry our own. */
const PREFIX = '360G-spryiannia';
/** Of the standard: 1.4.3; files name its major and minor part. */
export const GIVING_VERSION = '1.4';

const uah = (kop: number): number => kop / 100;
const organisation = (edrpou: string, name: string) => ({ id: `${REGISTER}-${edrpou}`, name });

/** A grant in the words of the 360Giving Data Standard. */
export function givingOf(grant: Grant, publicUrl: string) {
  const { startsOn, endsOn, contractId } = grant;
  return {
    id: `${PREFIX}-${grant.id}`,
    title: grant.title,
    description: `${grant.title}. ${grant.competitionTitle}`,
    currency: 'UAH',
    amountAwarded: uah(grant.awardedKop),
    amountDisbursed: uah(grant.paidKop),
    awardDate: grant.awardedOn,
    recipientOrganization: [organisation(grant.recipientEdrpou, grant.recipientName)],
    fundingOrganization: [organisation(grant.authorityEdrpou, grant.authorityName)],
    grantProgramme: [{ code: grant.competitionCode, title: grant.competitionTitle }],
    fromOpenCall: 'Yes',
    url: contractId
      ? `${publicUrl}/funded/${contractId}`
      : `${publicUrl}/competitions/${grant.competitionCode}/results`,
    ...(startsOn && endsOn ? { plannedDates: [{ startDate: startsOn, endDate: endsOn }] } : {}),
    dataSource: `${publicUrl}${publicationPaths.openTable}`,
  };
}
