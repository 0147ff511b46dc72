import type { RuleSet, SlotKey, SlotValues, Threshold } from '#libs/terms';

/** The slots that say who decides, in the order of the work; each with the values that the system can carry out. */
export const CARRIED_OUT = {
  admissionBy: ['commission', 'officer'],
  scoringMode: ['every-member', 'k-of-n'],
  extraSheet: [true, false],
  discussion: [false],
  secondScore: [true, false],
  tieLot: [true, false],
  publicVote: [true, false],
  awardBy: ['commission', 'director'],
} as const satisfies { [K in SlotKey]?: readonly SlotValues[K][] };
export type DeciderKey = keyof typeof CARRIED_OUT;

export const DECIDERS = Object.keys(CARRIED_OUT) as DeciderKey[];

/** Others of which a regulation may name more than is built: a proposal that nobody came to defend stays in the rating (rule 43). */
const BUILT: { [K in SlotKey]?: readonly unknown[] } = { ...CARRIED_OUT, noShow: ['evaluate-on-papers'] };

/** Whether the system can carry the value out; a regulation may name more than is built. */
export const isCarriedOut = (key: SlotKey, value: unknown): boolean => BUILT[key]?.includes(value) ?? true;

/** What the rules promise in ways that the system does not know yet: nobody would keep it. */
export const notCarriedOut = ({ slots }: RuleSet): SlotKey[] =>
  (Object.keys(BUILT) as SlotKey[]).filter((key) => {
    const value = slots[key]?.value ?? null;
    return value !== null && !isCarriedOut(key, value);
  });

type Ruled = { readonly ruleSet: RuleSet | null };

/** The authority admits by an order; the commission votes only where the rule demands it (rules 9, 10). */
export const departmentAdmits = ({ ruleSet }: Ruled): boolean => ruleSet?.slots?.admissionBy?.value === 'officer';

/** The director's order distributes the money; the commission may recommend. */
export const directorAwards = ({ ruleSet }: Ruled): boolean => ruleSet?.slots?.awardBy?.value === 'director';

/** Citizens vote in another system; their votes stand beside the rating and change nothing in it. */
export const citizensVote = ({ ruleSet }: Ruled): boolean => ruleSet?.slots?.publicVote?.value === true;

/** Which proposals are looked at again when the scoring ends, how, and for how many days (rule 44). */
export interface SecondLook {
  /** Null = this is no cause. */
  widePoints: number | null;
  nearPoints: number | null;
  extraSheet: boolean;
  discussion: boolean;
  days: number;
}

/** Null = the conditions name no second look. */
export function secondLookOf({ ruleSet }: Ruled): SecondLook | null {
  const slots: Partial<RuleSet['slots']> = ruleSet?.slots ?? {};
  const extraSheet = slots.extraSheet?.value === true;
  const discussion = slots.discussion?.value === true;
  const [widePoints, nearPoints] = [points(slots.wideSpreadPoints), points(slots.nearLinePoints)];
  const hasCause = widePoints !== null || nearPoints !== null;
  if (!hasCause || !(extraSheet || discussion)) return null;
  return { widePoints, nearPoints, extraSheet, discussion, days: slots.secondLookDays?.value ?? DAYS_AT_LEAST };
}

const DAYS_AT_LEAST = 1;
const points = (slot?: { value: Threshold | null }): number | null =>
  typeof slot?.value === 'number' ? slot.value : null;

/** How many days after the last one of the defence sheets may be amended; null = the conditions name no second score. */
export function secondScoreDaysOf({ ruleSet }: Ruled): number | null {
  const slots: Partial<RuleSet['slots']> = ruleSet?.slots ?? {};
  return slots.secondScore?.value === true ? (slots.secondScoreDays?.value ?? DAYS_AT_LEAST) : null;
}

/** The last step of the tie order is a draw of lots (rule 47). */
export const TIE_LOT = 'lot';
export const drawsLots = ({ ruleSet }: Ruled): boolean => ruleSet?.slots?.tieLot?.value === true;
export const lotSecretDays = ({ ruleSet }: Ruled): number => ruleSet?.slots?.lotSecretDays?.value ?? DAYS_AT_LEAST;
