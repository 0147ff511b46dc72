import type { Lang } from '#libs/platform/access';
import { deadlineInWords } from '../model/deadline-wording.js';
import { dueDatesOf, nextDueOn, timingOf, type Timing } from '../model/deadline.js';
import { planPaths } from '../paths.js';
import type { DirectionRow, MeasureRow, PartyRow, PlanOverviewRow } from '../queries/plan-overview.js';
import { wordingOf, type Wording } from '../model/wording.js';

export interface MeasureView {
  id: string;
  number: string;
  officialTitle: string;
  translation: string | null;
  direction: { number: number; title: Wording };
  deadlineText: string;
  deadlineSentence: string;
  /** The day that matters now: the next due day, or the last one when all have passed. */
  dueOn: string;
  timing: Timing;
  parties: { name: string; lang: Lang; byConsent: boolean }[];
  /** The whole cell in the words of the plan. */
  officialParties: string;
  hasConsent: boolean;
  previous: Neighbour | null;
  next: Neighbour | null;
}

interface Neighbour {
  number: string;
  path: string;
}

/** A measure as its page shows it; null when the plan has no such number. `today` is a Kyiv day. */
export function measureView(plan: PlanOverviewRow, number: string, today: string, lang: Lang): MeasureView | null {
  const measures = plan.directions.flatMap((direction) => direction.measures);
  const index = measures.findIndex((measure) => measure.number === number);
  const measure = measures[index];
  if (!measure) return null;
  const direction = plan.directions.find((one) => one.measures.includes(measure))!;
  return {
    ...described(measure, direction, plan.year, today, lang),
    previous: neighbour(plan, measures[index - 1]),
    next: neighbour(plan, measures[index + 1]),
  };
}

function described(measure: MeasureRow, direction: DirectionRow, year: number, today: string, lang: Lang) {
  const { deadline } = measure;
  return {
    id: measure.id,
    number: measure.number,
    officialTitle: measure.title,
    translation: lang === 'en' ? measure.titleEn : null,
    direction: { number: direction.number, title: wordingOf(direction, lang) },
    deadlineText: measure.deadlineText,
    deadlineSentence: deadlineInWords(deadline, year, lang),
    dueOn: nextDueOn(deadline, year, today) ?? dueDatesOf(deadline, year).at(-1)!,
    timing: timingOf(deadline, year, today),
    parties: measure.parties.map((party) => partyView(party, lang)),
    officialParties: measure.parties.map(partyInPlan).join(', '),
    hasConsent: measure.parties.some((party) => party.byConsent),
  };
}

function partyView({ name, nameEn, byConsent }: PartyRow, lang: Lang) {
  const shown = wordingOf({ title: name, titleEn: nameEn }, lang);
  return { name: shown.text, lang: shown.lang, byConsent };
}

const partyInPlan = ({ officialText, byConsent }: PartyRow): string =>
  byConsent ? `${officialText} (за згодою)` : officialText;

function neighbour(plan: PlanOverviewRow, measure: MeasureRow | undefined): Neighbour | null {
  if (!measure) return null;
  return { number: measure.number, path: planPaths.measure(plan.organiserSlug, plan.year, measure.number) };
}
