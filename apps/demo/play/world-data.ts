import { readFileSync } from 'node:fs';
import type { RegisterKind } from '#libs/registers';

/** The content of the demo world, written as data; see apps/demo/data. */
const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../data/${file}.json`, import.meta.url), 'utf8')) as T;

interface Person {
  key: string;
  email: string;
  familyName: string;
  givenName: string;
  patronymic: string;
}

export interface DemoOrganisation {
  key: string;
  edrpou: string;
  name: string;
  shortName: string;
  legalForm: 'public-association' | 'separate-unit' | 'creative-union' | 'charity';
  registeredOn: string;
  nonProfitSign: string;
  address: string;
  settlement: string;
  headName: string;
  phone: string;
  email: string;
  people: Person[];
}

/** The second authority, where two announce together. */
export interface JointOrder {
  coOrganiserId?: string;
  jointOrderNumber?: string;
  jointOrderOn?: string;
}

export interface DemoCompetition extends JointOrder {
  organiser: string;
  measureNumber: string;
  title: { uk: string; en: string };
  purpose: { uk: string; en: string };
  budgetProgramme: string;
  potKop: number;
  capKop: number;
  ownSharePercent: number;
  maxApplicationsPerOrganisation: number;
  priorities: { key: string; title: string; description: string }[];
  supportedActivities: string[];
  criteria: {
    key: string;
    title: string;
    question: string;
    maxPoints: number;
    guidance: { points: number; text: string }[];
  }[];
  passingPoints: number;
  tieOrder: string[];
  lateAnnouncementReason: string | null;
  /** Without it the year after the announcement. */
  budgetYear?: number;
  calendar: {
    announcedOn: string;
    opensAt: string;
    closesAt: string;
    admissionUntil: string;
    scoringFrom: string;
    defenceOn?: string;
    scoringUntil: string;
    decisionUntil: string;
    projectsFrom: string;
    projectsUntil: string;
  };
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  place: string;
  orderNumber: string | null;
  orderOn: string | null;
}

/** A file for a register: its rows, its source, and when it is brought (Kyiv day and time). */
export interface DemoImport {
  kind: RegisterKind;
  at: [day: string, time: string];
  /** It waits for a visitor to confirm it. */
  isPreview?: true;
  fileName: string;
  sourceTitle: string;
  sourceOn: string;
  sourceBy: string;
  coversFrom: string | null;
  coversUntil: string | null;
  head: string[];
  rows: string[][];
}

export interface DemoProposal {
  key: string;
  organisation: string;
  /** Null: stays a draft. */
  submitAt: string | null;
  title: string;
  priority: string;
  startOn: string;
  endOn: string;
  answers: Record<string, string>;
  activities: { month: string; title: string; place: string; responsible: string }[];
  budget: {
    category: string;
    title: string;
    unit: string;
    quantity: number;
    priceKop: number;
    fundedKop: number;
    ownKop: number;
  }[];
  indicators: {
    kind: 'quantitative' | 'qualitative';
    title: string;
    unit: string;
    baseline: string;
    planned: string;
    source: string;
  }[];
  files: { name: string; kind: string }[];
}

type Staff = Person & {
  organiser: string;
  position: string;
  role: 'administrator' | 'officer' | 'director' | 'accountant';
};
export type Member = Person & {
  position: string;
  isCsoRepresentative: boolean;
  commissionRole: 'chair' | 'secretary' | 'member';
};

export interface DemoConflict {
  person: string;
  application: string;
  kind: 'potential' | 'real';
  reason: string;
}

export interface DemoSheet {
  application: string;
  person: string;
  points: Record<string, number>;
  comment: string;
}

export interface Refusal {
  ground: 'age' | 'legal-form' | 'documents' | 'filling' | 'statements' | 'other';
  reason: string;
}

const listOf = <T>(found: T[] | Record<string, T[]>): T[] => (Array.isArray(found) ? found : Object.values(found)[0]!);

export const worldData = {
  people: read<{ staff: Staff[]; commission: Member[]; experts: Person[] }>('people'),
  organisers: listOf(
    read<
      Record<
        | 'key'
        | 'slug'
        | 'name'
        | 'shortName'
        | 'edrpou'
        | 'city'
        | 'contactName'
        | 'contactPhone'
        | 'contactEmail'
        | 'workingHours',
        string
      >[]
    >('organisers'),
  ),
  organisations: listOf(read<DemoOrganisation[]>('organisations')),
  competition: read<DemoCompetition>('competition'),
  social: read<DemoCompetition>('competition-social'),
  proposals: listOf(read<DemoProposal[]>('applications')),
  scores: read<{ conflicts: DemoConflict[]; sheets: DemoSheet[] }>('scores'),
  registers: read<Record<string, DemoImport[]>>('registers'),
};
