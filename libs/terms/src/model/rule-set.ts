import { SLOT_KEYS, type SlotKey, type SlotUnit, type SlotValues } from './slots.js';

/**
 * How sure a value is: C = confirmed in the law or an official summary, P = practice of a real body,
 * I = inferred from such facts, R = recalled, no source read. Null: nobody has entered a value yet.
 */
export type Grade = 'C' | 'P' | 'I' | 'R';

/** Who confirmed a value, when, and where the act can be read (rule 3). */
export interface Verification {
  by: string;
  on: string;
  link: string;
}

/** The organiser's own order that adopts a value no act confirms: a rule of this competition, not the law. */
export interface Adoption {
  number: string;
  /** Kyiv day. */
  on: string;
}

/** Another value that an act allows for some competitions only (rule 15). */
export interface SlotException {
  value: number;
  scope: { uk: string; en: string };
  source: string;
}

/** One value of a regulation. `value` is null while the organiser has not entered it (own procedures). */
export interface Slot<K extends SlotKey = SlotKey> {
  key: K;
  value: SlotValues[K] | null;
  unit: SlotUnit;
  source: string;
  grade: Grade | null;
  verified: boolean;
  verification?: Verification;
  adoption?: Adoption;
  exceptions?: SlotException[];
}

export type Slots = { [K in SlotKey]: Slot<K> };

export const RULE_SET_KEYS = [
  '1049-2011',
  '1049-2016',
  '1049-2018-12',
  '1049-2019',
  '1049-2020',
  '1049-2021',
  '1049-2022',
  '1049-2025',
  'local-custom',
] as const;
export type RuleSetKey = (typeof RULE_SET_KEYS)[number];

/** The rules of competitions in one period. Both days are inclusive; null = open. */
export interface RuleSet {
  key: RuleSetKey;
  title: { uk: string; en: string };
  /** The act that opens the period; null for an authority's own procedure. */
  act: string | null;
  validFrom: string | null;
  validUntil: string | null;
  /** How sure the two days are. */
  border: { grade: Grade; verified: boolean; note: string };
  slots: Slots;
}

/** The keys that still lack a value: a competition may not be announced with them. */
export function missingSlots(ruleSet: RuleSet): SlotKey[] {
  return keysWhere(ruleSet, ({ value }) => value === null);
}

/** The keys whose value neither an act confirms nor an order of the organiser adopts (rule 3). */
export function unsettledSlots(ruleSet: RuleSet): SlotKey[] {
  return keysWhere(ruleSet, ({ value, verified, adoption }) => value !== null && !verified && !adoption);
}

/** In the order of the page; a rule set frozen earlier may know fewer slots. */
const keysWhere = ({ slots }: RuleSet, is: (slot: Slot) => boolean): SlotKey[] =>
  SLOT_KEYS.filter((key) => slots[key] && is(slots[key]));

/** The value of a slot; throws when nobody has entered it, so that no rule runs on a guess. */
export function slotValue<K extends SlotKey>(ruleSet: RuleSet, key: K): SlotValues[K] {
  const value = ruleSet.slots[key].value;
  if (value === null) throw new RangeError(`rule set ${ruleSet.key} has no value for ${key}`);
  return value as SlotValues[K];
}
