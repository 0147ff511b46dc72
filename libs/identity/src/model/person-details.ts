import type { Lang } from '#libs/platform/access';

/** What a person says of oneself. */
export interface PersonDetails {
  familyName: string;
  givenName: string;
  patronymic: string | null;
  phone: string | null;
  /** Of letters. */
  language: Lang;
}
