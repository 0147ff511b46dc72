/** More than an oblast funds in a century; a file of so many is about fifty megabytes. */
export const GRANTS_MAX = 50_000;

/** Financial support of one project, as everybody may know it. Sums in kopecks, days of Kyiv. */
export interface PublicGrant {
  id: string;
  registerCode: string;
  title: string;
  awardedOn: string;
  orderNumber: string;
  competitionCode: string;
  competitionTitle: string;
  /** Of the budget. */
  year: number;
  organiserEdrpou: string;
  organiserName: string;
  recipientEdrpou: string;
  recipientName: string;
  settlement: string;
  requestedKop: number;
  awardedKop: number;
  plannedFrom: string | null;
  plannedUntil: string | null;
  /** Null until there is a signed one. */
  contractId: string | null;
  contractNumber: string | null;
  contractOn: string | null;
  paidKop: number;
  /** Null until it is approved. */
  conclusion: string | null;
  moneyUse: string | null;
  returnKop: number | null;
  changedAt: Date;
}

/** Free re-use with a link to the source (Resolution № 835 of 21.10.2015), in the words of a licence that programs know. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** The nearest number of hryvnias prints with two digits after the point at most. */
export const hryvnias = (kop: number): number => kop / 100;

/** When anything in these last changed; of none, the beginning of time. */
export const changedAt = (grants: readonly Pick<PublicGrant, 'changedAt'>[]): Date =>
  new Date(Math.max(0, ...grants.map((grant) => grant.changedAt.getTime())));
