import { toSafeInteger } from '#libs/platform/money';

export const CONTRACT_STATES = [
  'draft',
  'offered',
  'agreed',
  'signed',
  'in-force',
  'suspended',
  'completed',
  'ended-early',
  'dropped',
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** States before both sides have signed: the award stands, the contract does not. */
export const UNSIGNED: readonly ContractState[] = ['draft', 'offered', 'agreed'];
/** What everybody may know of (rule 53). */
export const PUBLIC_STATES: readonly ContractState[] = ['signed', 'in-force', 'suspended', 'completed', 'ended-early'];

/** Asked of winners only: where the money goes and who signs. */
export interface RecipientDetails {
  iban: string;
  /** An account at the Treasury, where the organisation has one: payments go there. */
  treasuryIban: string | null;
  signerName: string;
  signerPosition: string;
  /** «Статуту», as it stands after «діє на підставі». */
  ground: string;
}

/** A contract without its parts. `…Kop` are kopecks, `…On` Kyiv days, `…At` instants. */
export interface ContractRow {
  id: string;
  awardId: string;
  applicationId: string;
  competitionId: string;
  organiserId: string;
  organisationId: string;
  state: ContractState;
  version: number;
  /** 0 = the text that came with the system. */
  templateNumber: number;
  subject: string;
  sumKop: number;
  startsOn: string;
  endsOn: string;
  place: string;
  kpkvk: string | null;
  kekv: string | null;
  iban: string | null;
  treasuryIban: string | null;
  signerName: string | null;
  signerPosition: string | null;
  ground: string | null;
  detailsAt: Date | null;
  remarks: string | null;
  offeredAt: Date | null;
  agreedAt: Date | null;
  number: string | null;
  signedOn: string | null;
  signedAt: Date | null;
  paperSha256: string | null;
  documentId: string | null;
  inForceOn: string | null;
  endedOn: string | null;
  orderedKop: number;
  paidKop: number;
}

/** The columns of contracts.contract as a row; `readContract` makes a ContractRow of it. */
export const CONTRACT_COLUMNS = `
  c.id, c.award_id as "awardId", c.application_id as "applicationId", c.competition_id as "competitionId",
  c.organiser_id as "organiserId", c.organisation_id as "organisationId", c.state, c.version,
  c.template_number as "templateNumber", c.subject, c.sum_kop as "sumKop", c.starts_on::text as "startsOn",
  c.ends_on::text as "endsOn", c.place, c.kpkvk, c.kekv, c.iban, c.treasury_iban as "treasuryIban",
  c.signer_name as "signerName", c.signer_position as "signerPosition", c.ground, c.details_at as "detailsAt", c.remarks,
  c.offered_at as "offeredAt", c.agreed_at as "agreedAt", c.number, c.signed_on::text as "signedOn",
  c.signed_at as "signedAt", c.paper_sha256 as "paperSha256", c.document_id as "documentId",
  c.in_force_on::text as "inForceOn", c.ended_on::text as "endedOn", c.ordered_kop as "orderedKop", c.paid_kop as "paidKop"`;

type Sums = 'sumKop' | 'orderedKop' | 'paidKop';
export type StoredContract = Omit<ContractRow, Sums> & Record<Sums, string>;

export const readContract = <Row extends StoredContract>(stored: Row): Omit<Row, Sums> & ContractRow => ({
  ...stored,
  sumKop: toSafeInteger(stored.sumKop),
  orderedKop: toSafeInteger(stored.orderedKop),
  paidKop: toSafeInteger(stored.paidKop),
});

export interface Stage {
  /** 'YYYY-MM' */
  month: string | null;
  title: string;
  place: string;
}

export interface ContractIndicator {
  kind: 'quantitative' | 'qualitative';
  title: string;
  unit: string;
  baseline: string;
  planned: string;
  source: string;
}

export interface ContractLine {
  category: string;
  title: string;
  fundedKop: number;
  ownKop: number;
}

export interface Instalment {
  amountKop: number;
  dueOn: string;
  waitsForReport: boolean;
}

/** What a contract holds beside its own row. */
export interface ContractParts {
  stages: Stage[];
  indicators: ContractIndicator[];
  lines: ContractLine[];
  instalments: Instalment[];
}
