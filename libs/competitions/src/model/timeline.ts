import { kyivDay } from '#libs/platform/clock';
import { stageOf, type CompetitionRow } from './competition.js';

export type StepState = 'done' | 'current' | 'stopped' | 'next';

/** One line of the calendar: a single moment, or a stretch from … until. */
export interface CalendarStep {
  key: 'announcement' | 'inquiries' | 'reception' | 'admission' | 'scoring' | 'defence' | 'decision' | 'projects';
  from: string | Date | null;
  until: string | Date | null;
  state: StepState;
}

type Stretch = Omit<CalendarStep, 'state'>;

/** What ran when an act stopped the competition: it stands still, or nothing of it runs any more. */
const RUNNING_WHEN: Partial<Record<CompetitionRow['state'], StepState>> = {
  suspended: 'stopped',
  cancelled: 'next',
  'not-held': 'next',
};

/** The calendar of a competition with what is over, what runs now and what is ahead. */
export function timeline(competition: CompetitionRow, now: Date): CalendarStep[] {
  const running = RUNNING_WHEN[competition.state] ?? 'current';
  // What was ahead when it stopped has not happened since.
  const at = running === 'current' ? now : (competition.stoppedAt ?? now);
  return stretches(competition)
    .filter(({ from, until }) => from !== null || until !== null)
    .map((stretch) => ({ stretch, state: stateOf(stretch, competition, at) }))
    .map(({ stretch, state }) => ({ ...stretch, state: state === 'current' ? running : state }));
}

/** The conditions may put the defence before the scoring. */
export const isDefenceFirst = ({
  defenceOn,
  scoringFrom,
}: Pick<CompetitionRow, 'defenceOn' | 'scoringFrom'>): boolean =>
  defenceOn !== null && scoringFrom !== null && defenceOn < kyivDay(scoringFrom);

function stretches(one: CompetitionRow): Stretch[] {
  const scoring: Stretch = { key: 'scoring', from: one.scoringFrom, until: one.scoringUntil };
  const defence: Stretch = { key: 'defence', from: one.defenceOn, until: one.defenceOn };
  return [
    { key: 'announcement', from: one.announcedOn, until: one.announcedOn },
    { key: 'inquiries', from: null, until: one.inquiriesUntil },
    { key: 'reception', from: one.opensAt, until: one.closesAt },
    { key: 'admission', from: null, until: one.admissionUntil },
    ...(isDefenceFirst(one) ? [defence, scoring] : [scoring, defence]),
    { key: 'decision', from: null, until: one.decisionUntil },
    { key: 'projects', from: one.projectsFrom, until: one.projectsUntil },
  ];
}

/** Steps that the authority must do are done when they are done, not when their time has come. */
const STATES_BY_DEED: Record<string, readonly CompetitionRow['state'][]> = {
  announcement: ['announced', 'admission', 'scoring', 'rated', 'decided'],
  admission: ['scoring', 'rated', 'decided'],
  scoring: ['rated', 'decided'],
  decision: ['decided'],
};
const CURRENT_BY_DEED: Record<string, CompetitionRow['state']> = {
  admission: 'admission',
  scoring: 'scoring',
  decision: 'rated',
};

function stateOf({ key, from, until }: Stretch, competition: CompetitionRow, now: Date): StepState {
  const state = stageOf(competition);
  const doneIn = STATES_BY_DEED[key];
  if (doneIn) return doneIn.includes(state) ? 'done' : CURRENT_BY_DEED[key] === state ? 'current' : 'next';
  if (until !== null && isOver(until, now)) return 'done';
  return from !== null && hasBegun(from, now) ? 'current' : 'next';
}

const isOver = (until: string | Date, now: Date): boolean =>
  until instanceof Date ? now > until : kyivDay(now) > until;
const hasBegun = (from: string | Date, now: Date): boolean =>
  from instanceof Date ? now >= from : kyivDay(now) >= from;
