import { identityPaths } from '#libs/identity';

/** Addresses of the lib's pages, without the language prefix. */
export const publicationPaths = {
  organisation: identityPaths.publicOrganisation,
  organisationJson: (edrpou: string) => `/api/v1/organisations/${edrpou}`,
  search: '/search',
  siteMap: '/sitemap.xml',
  openData: {
    page: '/open-data',
    threeSixty: '/open-data/360giving.json',
    projects: '/open-data/projects.csv',
    schema: '/open-data/schema.json',
    catalogue: '/open-data/catalog.jsonld',
    results: '/open-data/results.atom',
    /** `2020-2`. */
    spending: (quarter: string) => `/open-data/spending/${quarter}.csv`,
  },
  siteMapPart: (part: number) => `/sitemap/${part}`,
};
