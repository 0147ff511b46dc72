import type { HeadName } from './head-name.js';

/** Legal forms as the schema names them (rule 6 decides which a competition admits). */
export const LEGAL_FORMS = ['public-association', 'separate-unit', 'creative-union', 'charity'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** Signs of the register of non-profit bodies that a civil-society organisation may have (rule 13). */
export const NON_PROFIT_SIGNS = ['0032', '0034', '0036', '0038', '0039'] as const;

/** How many organisations one person may bring into the system. */
export const ORGANISATIONS_PER_PERSON_MAX = 10;

export interface OrganisationCard extends HeadName {
  edrpou: string;
  name: string;
  shortName: string;
  legalForm: LegalForm;
  /** Kyiv day. */
  registeredOn: string;
  nonProfitSign: string;
  address: string;
  settlement: string;
  /** Code of the settlement: «UA» and 17 digits (rule 28). */
  katottg: string | null;
  phone: string;
  email: string;
}

/** What the people of an organisation may mend in its card; the code ЄДРПОУ stays. */
export type EditableCard = Pick<
  OrganisationCard,
  'name' | 'shortName' | 'address' | 'settlement' | 'katottg' | 'phone' | 'email' | keyof HeadName
>;
