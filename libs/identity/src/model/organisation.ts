import type { FieldError } from '#libs/platform/errors';
import type { HeadName } from './head-name.js';

/** Legal forms as the schema names them (rule 6 decides which a competition admits). */
export const LEGAL_FORMS = ['public-association', 'separate-unit', 'creative-union', 'charity'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** Signs of the register of non-profit bodies that a civil-society organisation may have (rule 13). */
export const NON_PROFIT_SIGNS = ['0032', '0034', '0036', '0038', '0039'] as const;

/** Which sign the register gives to a form (Resolution № 440; rule 13): a charity has its own, an association never has it. */
export const SIGNS_OF_FORM: Record<LegalForm, readonly string[]> = {
  'public-association': ['0032', '0038', '0039'],
  'separate-unit': ['0032', '0034', '0038', '0039'],
  'creative-union': ['0034'],
  charity: ['0036'],
};

/** Ukraine registers associations anew since its independence; an earlier day is a slip. Kyiv day. */
export const REGISTERED_FROM = '1991-01-01';

/** What of the register cannot be so. */
export function registerProblems(
  { legalForm, registeredOn, nonProfitSign }: Pick<OrganisationCard, 'legalForm' | 'registeredOn' | 'nonProfitSign'>,
  today: string,
): FieldError[] {
  const checks: [boolean, string, string][] = [
    [registeredOn > today, 'registeredOn', 'identity.registered-in-future'],
    [registeredOn < REGISTERED_FROM, 'registeredOn', 'identity.registered-too-early'],
    [!SIGNS_OF_FORM[legalForm].includes(nonProfitSign), 'nonProfitSign', 'identity.sign-of-other-form'],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}

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
  /** Its code in the classifier of the years up to 2020: ten digits (rule 28). */
  koatuu: string | null;
  phone: string;
  email: string;
}

/** What the people of an organisation may mend in its card; the code ЄДРПОУ stays. */
export type EditableCard = Pick<
  OrganisationCard,
  | 'name'
  | 'shortName'
  | 'legalForm'
  | 'registeredOn'
  | 'nonProfitSign'
  | 'address'
  | 'settlement'
  | 'katottg'
  | 'koatuu'
  | 'phone'
  | 'email'
  | keyof HeadName
>;
