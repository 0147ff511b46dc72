import { identityPaths } from '#libs/identity';

/** Addresses of the lib's pages, without the language prefix. */
export const publicationPaths = {
  organisation: identityPaths.publicOrganisation,
  organisationJson: (edrpou: string) => `/api/v1/organisations/${edrpou}`,
  search: '/search',
  openData: '/open-data',
  openTable: '/open-data/projects.csv',
  openSchema: '/open-data/projects/schema.json',
  openGiving: '/open-data/360giving.json',
  openCatalog: '/open-data/catalog.jsonld',
  siteMap: '/sitemap.xml',
  siteMapPart: (part: number) => `/sitemap/${part}`,
};
