import type { Lang } from '#libs/platform/access';

/** What a call is made of for machines that read pages. */
export interface Call {
  code: string;
  title: string;
  purpose: string | null;
  organiser: string;
  coOrganiser: string | null;
  budgetProgramme: string | null;
  potKop: number | null;
  capKop: number | null;
  publishedAt: Date | null;
  opensAt: Date | null;
  closesAt: Date | null;
  /** Of the page in this language. */
  address: string;
  /** Where a proposal is begun; null when nothing is received now. */
  door: string | null;
  lang: Lang;
}

const authority = (name: string) => ({ '@type': 'GovernmentOrganization', name });

/** `amount` and `value` of MonetaryAmount are hryvnias. */
const hryvnias = (kop: number | null): number | undefined => (kop === null ? undefined : kop / 100);

/**
 * The call as linked data of schema.org, for search engines and grant directories. MonetaryGrant says who gives how
 * much and on which page it stands; the term of the reception is that of its ApplyAction. An Event it is not: nobody
 * comes anywhere.
 */
export function callData(call: Call): Record<string, unknown> {
  const { code, title, purpose, address, lang } = call;
  return {
    '@context': 'https://schema.org',
    '@type': 'MonetaryGrant',
    '@id': `${address}#call`,
    identifier: code,
    name: title,
    description: purpose ?? undefined,
    url: address,
    funder: authority(call.organiser),
    sponsor: call.coOrganiser === null ? undefined : authority(call.coOrganiser),
    amount: {
      '@type': 'MonetaryAmount',
      currency: 'UAH',
      value: hryvnias(call.potKop),
      maxValue: hryvnias(call.capKop),
    },
    mainEntityOfPage: {
      '@type': 'WebPage',
      '@id': address,
      inLanguage: lang,
      datePublished: call.publishedAt?.toISOString(),
    },
    potentialAction: {
      '@type': 'ApplyAction',
      startTime: call.opensAt?.toISOString(),
      endTime: call.closesAt?.toISOString(),
      target: call.door ?? undefined,
    },
  };
}
