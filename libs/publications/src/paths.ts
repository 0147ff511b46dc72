import { identityPaths } from '#libs/identity';

/** Addresses of the lib's pages, without the language prefix. */
export const publicationPaths = {
  organisation: identityPaths.publicOrganisation,
  organisationJson: (edrpou: string) => `/api/v1/organisations/${edrpou}`,
  search: '/search',
  siteMap: '/sitemap.xml',
  siteMapPart: (part: number) => `/sitemap/${part}`,
};
