import { toSafeInteger } from '#libs/platform/money';
import type { ContractState } from '../model/contract.js';

/** An award and its contract, if there is one: «none» is an award that waits for it. */
export interface ContractListRow {
  id: string;
  contractId: string | null;
  competitionId: string;
  competitionTitle: string;
  number: string | null;
  state: ContractState | 'none';
  organisationName: string;
  organisationShortName: string;
  edrpou: string;
  subject: string;
  sumKop: number;
  paidKop: number;
  startsOn: string | null;
  endsOn: string | null;
  signedOn: string | null;
  /** Of the order on the results: the term of the contract runs from it. */
  grantedOn: string;
}

const AWARDED = `
  from awards.v_award w
  left join contracts.contract c on c.award_id = w.id
  join competitions.v_competition k on k.id = w.competition_id`;
const COUNTS = `(w.state = 'stands' or c.id is not null)`;

/** As many rows as `contractRows` gives. */
export const bareContractRows = (where: string): string => `select ${AWARDED} where ${COUNTS} and ${where}`;

/** Awards with their contracts, also awards without; a contract whose award fell away stays. */
export const contractRows = (where: string): string => `
  select coalesce(c.id, w.id) as id, c.id as "contractId", k.id as "competitionId", k.title as "competitionTitle", c.number,
         coalesce(c.state, 'none') as state, a.organisation_name as "organisationName",
         a.organisation_short_name as "organisationShortName", a.edrpou, coalesce(c.subject, a.title) as subject,
         coalesce(c.sum_kop, w.amount_kop) as "sumKop", coalesce(c.paid_kop, 0) as "paidKop",
         c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.signed_on::text as "signedOn",
         w.ordered_on::text as "grantedOn", w.ordered_on as "grantedDay"
  ${AWARDED}
  join applications.v_application a on a.id = w.application_id
 where ${COUNTS} and ${where}`;

export const withSums = <Row extends { sumKop: unknown; paidKop: unknown }>(row: Row) => ({
  ...row,
  sumKop: toSafeInteger(row.sumKop as string),
  paidKop: toSafeInteger(row.paidKop as string),
});
