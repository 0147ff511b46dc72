import { STATUTE_STATES, type AnswerForm, type StatuteState } from './answer-form.js';

/** A consultation or an expertise that a community held. */
export interface ConsultationRow {
  title: string;
  from: string | null;
  until: string | null;
  link: string | null;
  proposals: number | null;
  accepted: number | null;
}

/** How far a community is with its statute. */
export interface StatuteRow {
  title: string;
  state: StatuteState;
  on: string | null;
  link: string | null;
}

/** What is said about one measure in one quarter. */
export interface AnswerContent {
  wasHeld: boolean;
  narrative: string | null;
  events: number | null;
  people: number | null;
  organisations: number | null;
  rows: (ConsultationRow | StatuteRow)[];
}

export const NOTHING_HELD: AnswerContent = {
  ...{ wasHeld: false, narrative: null, events: null, people: null, organisations: null, rows: [] },
};

export interface AnswerTotals {
  answers: number;
  held: number;
  events: number;
  people: number;
  organisations: number;
  consultations: number;
  proposals: number;
  accepted: number;
  /** Communities by the state of their statute. */
  statutes: Partial<Record<StatuteState, number>>;
}

/** Answers of one measure added up; nothing is estimated: what was not said counts as nothing. */
export function totalsOf(form: AnswerForm, answers: readonly AnswerContent[]): AnswerTotals {
  const sum = (of: (one: AnswerContent) => number | null) => answers.reduce((total, one) => total + (of(one) ?? 0), 0);
  const rows = answers.flatMap((one) => one.rows);
  const consultations = form === 'consultations' ? (rows as ConsultationRow[]) : [];
  const statutes = form === 'statutes' ? (rows as StatuteRow[]) : [];
  return {
    answers: answers.length,
    held: answers.filter((one) => one.wasHeld).length,
    events: sum((one) => one.events),
    people: sum((one) => one.people),
    organisations: sum((one) => one.organisations),
    consultations: consultations.length,
    proposals: consultations.reduce((total, row) => total + (row.proposals ?? 0), 0),
    accepted: consultations.reduce((total, row) => total + (row.accepted ?? 0), 0),
    statutes: Object.fromEntries(
      STATUTE_STATES.map((state) => [state, statutes.filter((row) => row.state === state).length]).filter(
        ([, count]) => (count as number) > 0,
      ),
    ) as AnswerTotals['statutes'],
  };
}
