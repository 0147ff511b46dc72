import { isDay } from '#libs/platform/clock';
import { InvalidInput, type FieldError } from '#libs/platform/errors';
import { isSlotValue } from './slot-validity.js';
import type { Adoption, RuleSet, Slot, Slots, Verification } from './rule-set.js';
import type { SlotKey } from './slots.js';

const MAX_TEXT = 500;

/**
 * A copy of the rule set with another value in one slot. The value counts as practice of this organiser and is
 * unconfirmed until a person confirms it. Throws InvalidInput at fields `value` and `source`.
 */
export function changeSlot(ruleSet: RuleSet, key: SlotKey, value: unknown, source: string): RuleSet {
  const problems: FieldError[] = [];
  if (!isSlotValue(key, value)) problems.push({ field: 'value', code: 'terms.slot-value-invalid' });
  if (!isText(source)) problems.push({ field: 'source', code: 'terms.source-missing' });
  if (problems.length > 0) throw new InvalidInput(problems, 'terms.slot-value-invalid');
  const { unit } = ruleSet.slots[key];
  return withSlot(ruleSet, { key, unit, value, source: source.trim(), grade: 'P', verified: false } as Slot);
}

/**
 * A copy of the rule set in which a person vouches for one slot: name, day and link to the act (rule 3).
 * Throws InvalidInput at fields `by`, `on`, `link`; a slot without a value cannot be confirmed.
 */
export function confirmSlot(ruleSet: RuleSet, key: SlotKey, verification: Verification): RuleSet {
  const problems = problemsOf(verification);
  const slot = ruleSet.slots[key];
  if (slot.value === null) problems.push({ field: 'value', code: 'terms.slot-value-missing' });
  if (problems.length > 0) throw new InvalidInput(problems, 'terms.confirmation-incomplete');
  const { by, on, link } = verification;
  const { adoption: _, ...law } = slot;
  return withSlot(ruleSet, { ...law, verified: true, verification: { by: by.trim(), on, link: link.trim() } });
}

/**
 * A copy of the rule set in which the organiser adopts values that no act confirms by an order of its own; a value that
 * is confirmed by its act stays law. Throws InvalidInput at fields `keys`, `number`, `on`.
 */
export function adoptSlots(ruleSet: RuleSet, keys: readonly SlotKey[], { number, on }: Adoption): RuleSet {
  const problems: FieldError[] = [];
  if (keys.length === 0) problems.push({ field: 'keys', code: 'terms.no-value-chosen' });
  if (keys.some((key) => ruleSet.slots[key].value === null))
    problems.push({ field: 'keys', code: 'terms.slot-value-missing' });
  if (!isText(number)) problems.push({ field: 'number', code: 'terms.order-number-missing' });
  if (!isDay(on)) problems.push({ field: 'on', code: 'terms.order-day-missing' });
  if (problems.length > 0) throw new InvalidInput(problems, 'terms.adoption-incomplete');
  return keys
    .filter((key) => !ruleSet.slots[key].verified)
    .reduce((set, key) => withSlot(set, { ...set.slots[key], adoption: { number: number.trim(), on } }), ruleSet);
}

function problemsOf({ by, on, link }: Verification): FieldError[] {
  const problems: FieldError[] = [];
  if (!isText(by)) problems.push({ field: 'by', code: 'terms.confirmed-by-missing' });
  if (!isDay(on)) problems.push({ field: 'on', code: 'terms.confirmed-on-missing' });
  if (!/^https:\/\/\S+$/.test(link.trim()) || link.length > MAX_TEXT) {
    problems.push({ field: 'link', code: 'terms.act-link-missing' });
  }
  return problems;
}

function isText(text: string): boolean {
  return text.trim().length > 0 && text.length <= MAX_TEXT;
}

function withSlot(ruleSet: RuleSet, slot: Slot): RuleSet {
  return { ...ruleSet, slots: { ...ruleSet.slots, [slot.key]: slot } as Slots };
}
