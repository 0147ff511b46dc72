/** The fields an entry may have; a register uses some of them. */
export interface EntryValues {
  edrpou: string;
  organisationName: string;
  year: number | null;
  title: string | null;
  /** The other side: who pays, or who has found the offence. */
  party: string | null;
  amountKop: number | null;
  /** Kyiv days. */
  happenedOn: string | null;
  measure: Measure | null;
  note: string | null;
  legalForm: string | null;
  registeredOn: string | null;
  settlement: string | null;
  votes: number | null;
  pointsHundredths: number | null;
  place: number | null;
  outcome: ResultOutcome | null;
}
export type EntryField = keyof EntryValues;
export type EntryValue = EntryValues[EntryField];

/** What followed an offence; a warning is no measure in the sense of rule 8. */
export const MEASURES = ['none', 'warning', 'other'] as const;
export type Measure = (typeof MEASURES)[number];

/** How a call that ran elsewhere ended for a proposal. */
export const RESULT_OUTCOMES = ['funded', 'not-funded', 'not-admitted'] as const;
export type ResultOutcome = (typeof RESULT_OUTCOMES)[number];

export const REGISTER_KINDS = ['organisations', 'awards', 'offences', 'grants', 'undelivered', 'results'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** One column of the template; its heading is the phrase `registers:field.<field>`, or of its register. */
export interface RegisterColumn {
  field: EntryField;
  kind: 'edrpou' | 'text' | 'money' | 'day' | 'year' | 'choice' | 'count' | 'points';
  isRequired: boolean;
  /** Of a choice; the words are `registers:<field>.<choice>`. */
  choices?: readonly string[];
  /** As an officer would type it; stands in the template. */
  example: string | number;
}

/** One kind of thing that is imported: its columns, and what makes two rows the same thing. */
export interface Register {
  kind: RegisterKind;
  columns: readonly RegisterColumn[];
  /** Fields that tell which thing it is; texts are compared without case, spaces and punctuation. */
  identity: readonly EntryField[];
  /** A source may say everything about some days: then «no entries» is an answer (rules 8, 10, 12). */
  hasPeriod: boolean;
  /** Money is decided in the autumn for the next year: a document may name the year after its own (rule 12). */
  isDecidedAhead?: true;
  /** Its rows belong to one competition of the authority. */
  isOfCompetition?: true;
}

const EMPTY: EntryValues = {
  edrpou: '',
  organisationName: '',
  year: null,
  title: null,
  party: null,
  amountKop: null,
  happenedOn: null,
  measure: null,
  note: null,
  legalForm: null,
  registeredOn: null,
  settlement: null,
  votes: null,
  pointsHundredths: null,
  place: null,
  outcome: null,
};

/** A whole entry of what was read; the year of an offence is that of its day. */
export function entryOf(read: Partial<EntryValues>): EntryValues {
  const year = read.year ?? (read.happenedOn ? Number(read.happenedOn.slice(0, 4)) : null);
  const { edrpou, organisationName } = read;
  return { ...EMPTY, ...read, edrpou: edrpou ?? '', organisationName: organisationName ?? '', year };
}

/** Texts that differ by case, spaces and punctuation are the same; the query of rule 12 says so in SQL. */
export const bare = (text: string): string => text.toLowerCase().replace(/[\s\p{P}]+/gu, '');

/** `competitionId`: the same thing in two competitions is two things. */
export function keyOf({ identity }: Register, values: EntryValues, competitionId: string | null = null): string {
  const fields = identity.map((field) => bare(String(values[field] ?? '')));
  return [...(competitionId === null ? [] : [competitionId]), ...fields].join('|');
}
