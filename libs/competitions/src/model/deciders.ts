import type { RuleSet, SlotKey, SlotValues } from '#libs/terms';

/** The slots that say who decides, in the order of the work; each with the values that the system can carry out. */
export const CARRIED_OUT = {
  admissionBy: ['commission', 'officer'],
  scoringMode: ['every-member', 'k-of-n'],
  extraSheet: [false],
  discussion: [false],
  tieLot: [false],
  publicVote: [false],
  awardBy: ['commission', 'director'],
} as const satisfies { [K in SlotKey]?: readonly SlotValues[K][] };
export type DeciderKey = keyof typeof CARRIED_OUT;

export const DECIDERS = Object.keys(CARRIED_OUT) as DeciderKey[];

/** Whether the system can carry the value out; a regulation may name more than is built. */
export const isCarriedOut = (key: SlotKey, value: unknown): boolean =>
  !(key in CARRIED_OUT) || (CARRIED_OUT[key as DeciderKey] as readonly unknown[]).includes(value);

/** Who decides by ways that the system does not know yet: a promise that nobody would keep. */
export const notCarriedOut = ({ slots }: RuleSet): SlotKey[] =>
  DECIDERS.filter((key) => {
    const value = slots[key]?.value ?? null;
    return value !== null && !isCarriedOut(key, value);
  });

type Ruled = { readonly ruleSet: RuleSet | null };

/** The authority admits by an order; the commission votes only where the rule demands it (rules 9, 10). */
export const departmentAdmits = ({ ruleSet }: Ruled): boolean => ruleSet?.slots?.admissionBy?.value === 'officer';

/** The director's order distributes the money; the commission may recommend. */
export const directorAwards = ({ ruleSet }: Ruled): boolean => ruleSet?.slots?.awardBy?.value === 'director';
