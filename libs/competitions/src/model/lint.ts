import { ukrainianCalendar } from '#libs/terms';
import { questionsOf } from './form/proposal-form.js';
import { problem, type Problem } from './problem.js';
import type { CompetitionSettings } from './settings.js';

/** What an officer should look at again before the announcement; it does not stand in the way. */
export function lint(settings: CompetitionSettings): Problem[] {
  const { potKop, capKop, applicationsPerOrganisationMax: most } = settings;
  const takesAll = potKop !== null && capKop !== null && most !== null && most > 1 && most * capKop >= potKop;
  return [
    ...problem(takesAll, 'one-takes-all', 'participation', 'applicationsPerOrganisationMax', { most, capKop, potKop }),
    ...overCap(settings),
    ...fewWinners(settings),
    ...defenceOnDayOff(settings),
    ...otherYears(settings),
  ];
}

/** A question that must be answered with more than anybody may ask for (rule 22). */
function overCap({ form, capKop }: CompetitionSettings): Problem[] {
  if (capKop === null) return [];
  const over = questionsOf(form).filter(
    ({ kind, required, min }) => kind === 'money' && required && (min ?? 0) > capKop,
  );
  return over.flatMap(({ title }) => problem(true, 'money-over-cap', 'form', '', { title: title.uk, capKop }));
}

/** Money stops at the first proposal that does not fit (rule 48): a cap of more than half the pot makes one winner. */
function fewWinners({ potKop, capKop }: CompetitionSettings): Problem[] {
  const isOne = potKop !== null && capKop !== null && capKop <= potKop && capKop * 2 > potKop;
  return problem(isOne, 'one-winner', 'money', 'capKop', { capKop, potKop });
}

function defenceOnDayOff({ defenceOn }: CompetitionSettings): Problem[] {
  const isOff = defenceOn !== null && ukrainianCalendar().dayOff(defenceOn) !== null;
  return problem(isOff, 'defence-day-off', 'calendar', 'defenceOn', { dayOn: defenceOn });
}

/** Words that came over from the earlier competition may speak of its year. */
function otherYears({
  copiedFromId,
  budgetYear,
  title,
  purpose,
  purposeEn,
  budgetProgramme,
}: CompetitionSettings): Problem[] {
  if (copiedFromId === null || budgetYear === null) return [];
  const yearIn = (text: string | null) =>
    text?.match(/(?<!\d)20\d\d(?!\d)/g)?.find((year) => year !== String(budgetYear));
  const about = (text: string | null, code: string, section: Problem['section'], field: string) =>
    problem(yearIn(text) !== undefined, code, section, field, { year: yearIn(text), budgetYear });
  return [
    ...about(title, 'year-in-title', 'basics', 'title'),
    ...about([purpose, purposeEn].join(' '), 'year-in-purpose', 'basics', 'purpose'),
    ...about(budgetProgramme, 'year-in-programme', 'money', 'budgetProgramme'),
  ];
}
