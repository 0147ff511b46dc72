import { isSame } from '#libs/platform/canonical-json';
import type { RuleSet, Slot, Slots } from './rule-set.js';
import { SLOT_KEYS, type SlotKey } from './slots.js';

/**
 * The rules of a new competition after an earlier one: the preset of the new day, with what a person confirmed where
 * the same edition says the same. An order that adopted values for the earlier competition adopts nothing for this one.
 * An own procedure has no preset to return to: its values come along.
 */
export function carryOver(preset: RuleSet, last: RuleSet): RuleSet {
  const slots = SLOT_KEYS.map((key) => [key, carried(preset, preset.slots[key], last)]);
  return { ...preset, slots: Object.fromEntries(slots) as Slots };
}

function carried(preset: RuleSet, slot: Slot, last: RuleSet): Slot {
  const earlier: Slot | undefined = last.slots[slot.key];
  if (!earlier || preset.key !== last.key) return slot;
  const { adoption: _, ...withoutOrder } = earlier;
  if (preset.key === 'local-custom') return withoutOrder;
  return earlier.verification && isSame(earlier.value, slot.value) ? withoutOrder : slot;
}

/** Where two rule sets say something else, in the order of the page. A slot that one does not know is no difference. */
export const changedSlots = (before: RuleSet, after: RuleSet): SlotKey[] =>
  SLOT_KEYS.filter((key) => {
    const [was, is] = [before.slots[key], after.slots[key]];
    return was && is && !isSame(was.value, is.value);
  });
