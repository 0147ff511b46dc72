import type { CompetitionRow, CompetitionState } from './competition.js';
import { LIMITS } from './limits.js';

/** What was published and may hold a slip. */
export const CORRECTED_SUBJECTS = ['announcement', 'answer', 'admission', 'minutes', 'results', 'order'] as const;
export type CorrectedSubject = (typeof CORRECTED_SUBJECTS)[number];

/** Texts of an announcement that are no rules, with their longest length: they show the corrected text. */
export const CORRECTABLE_FIELDS = {
  title: LIMITS.title,
  titleEn: LIMITS.title,
  purpose: LIMITS.purpose,
  purposeEn: LIMITS.purpose,
  place: LIMITS.place,
  contactName: LIMITS.contact,
  contactPhone: LIMITS.contact,
  contactEmail: LIMITS.contact,
  lateAnnouncementReason: LIMITS.reason,
} as const satisfies Partial<Record<keyof CompetitionRow, number>>;
export type CorrectableField = keyof typeof CORRECTABLE_FIELDS;

/** Rules that were frozen by the announcement (rule 1), and what may change each instead: the code of the answer. */
export const FROZEN_FIELDS = {
  potKop: 'competitions.correct-pot',
  closesAt: 'competitions.correct-closing',
  calendar: 'competitions.correct-calendar',
  capKop: 'competitions.correct-rule',
  ownShareHundredths: 'competitions.correct-rule',
  criteria: 'competitions.correct-rule',
  passingHundredths: 'competitions.correct-rule',
  participation: 'competitions.correct-rule',
} as const;
export type FrozenField = keyof typeof FROZEN_FIELDS;

export interface CorrectionRow {
  id: string;
  competitionId: string;
  /** 1, 2, 3 … in the competition. */
  number: number;
  subject: CorrectedSubject;
  field: CorrectableField | null;
  place: string;
  was: string;
  becomes: string;
  reason: string;
  actNumber: string;
  actOn: string;
  registerCode: string | null;
  minutesNumber: number | null;
  madeAt: Date;
  madeByName: string;
}

const FROM: Record<CorrectedSubject, readonly CompetitionState[]> = {
  announcement: ['announced', 'admission', 'scoring', 'rated', 'decided'],
  answer: ['announced', 'admission', 'scoring', 'rated', 'decided'],
  admission: ['admission', 'scoring', 'rated', 'decided'],
  minutes: ['admission', 'scoring', 'rated', 'decided'],
  results: ['decided'],
  order: ['decided'],
};

/** What can have been published by that stage. */
export const subjectsAt = (stage: CompetitionState): CorrectedSubject[] =>
  CORRECTED_SUBJECTS.filter((subject) => FROM[subject].includes(stage));

export const isCorrectable = (what: string): what is CorrectableField => what in CORRECTABLE_FIELDS;
export const isFrozen = (what: string): what is FrozenField => what in FROZEN_FIELDS;
