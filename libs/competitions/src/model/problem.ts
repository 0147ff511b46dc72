import type { Lang } from '#libs/platform/access';
import { longDateTime, shortDate } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { SlotKey } from '#libs/terms';
import type { Section } from './sections.js';

/** One thing to mend before the announcement, and where. `field` is the input on the page of the section. */
export interface Problem {
  /** Names the phrase `competitions:missing.<code>`. */
  code: string;
  section: Section;
  field: string;
  data: Record<string, unknown>;
  /** The values of the rule set it is about. */
  slots?: readonly SlotKey[];
}

/** A list of none or one, so that checks read as a list. */
export function problem(
  isThere: boolean,
  code: string,
  section: Section,
  field: string,
  data: Record<string, unknown> = {},
): Problem[] {
  return isThere ? [{ code, section, field, data }] : [];
}

/** The same about values of the rule set, each with a page of its own. */
export const slotProblem = (slots: readonly SlotKey[], code: string): Problem[] =>
  problem(slots.length > 0, code, 'rules', '', { count: slots.length }).map((one) => ({ ...one, slots }));

/** What to mend, in one sentence; days, instants and sums are written as people read them. */
export function problemText({ code, data }: Problem, lang: Lang): string {
  const shown = Object.entries(data).map(([name, value]) => [name, asRead(name, value, lang)]);
  return phrase(lang, `competitions:missing.${code}`, Object.fromEntries(shown));
}

function asRead(name: string, value: unknown, lang: Lang): unknown {
  if (name.endsWith('On')) return shortDate(value as string);
  if (name.endsWith('At')) return longDateTime(value as Date, lang);
  return name.endsWith('Kop') ? formatMoney(value as number, lang) : value;
}
