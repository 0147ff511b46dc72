import { readFileSync } from 'node:fs';
import { deepFreeze } from './deep-freeze.js';
import type { RuleSet, RuleSetKey, Slot, Slots } from './rule-set.js';
import { SLOT_KEYS, SLOTS, type SlotKey } from './slots.js';

/** A preset as written in data/rule-sets.json: it lists only what its act changed in the one it extends. */
interface WrittenRuleSet extends Omit<RuleSet, 'slots'> {
  extends?: RuleSetKey;
  slots: { [K in SlotKey]?: Omit<Slot<K>, 'key' | 'unit'> };
}

let presets: readonly RuleSet[] | undefined;

/** All presets with every slot filled from the ones they extend; read once, frozen. */
export function presetRuleSets(): readonly RuleSet[] {
  presets ??= deepFreeze(resolve(readWritten()));
  return presets;
}

/** The preset of a key. */
export function presetRuleSet(key: RuleSetKey): RuleSet {
  const found = presetRuleSets().find((preset) => preset.key === key);
  if (!found) throw new RangeError(`no rule set ${key}`);
  return found;
}

function readWritten(): WrittenRuleSet[] {
  return JSON.parse(readFileSync(new URL('../data/rule-sets.json', import.meta.url), 'utf8'));
}

function resolve(written: WrittenRuleSet[]): RuleSet[] {
  const resolved = new Map<string, RuleSet>();
  for (const { extends: parentKey, slots, ...preset } of written) {
    const parent = parentKey && resolved.get(parentKey);
    if (parentKey && !parent)
      throw new RangeError(`${preset.key} extends ${parentKey}, which does not stand before it`);
    resolved.set(preset.key, { ...preset, slots: fill(slots, parent ? parent.slots : undefined) });
  }
  return [...resolved.values()];
}

function fill(written: WrittenRuleSet['slots'], inherited: Slots | undefined): Slots {
  const slots = SLOT_KEYS.map((key) => {
    const own = written[key];
    const slot = own ? { ...own, key, unit: SLOTS[key].unit } : (inherited?.[key] ?? emptySlot(key));
    return [key, slot];
  });
  return Object.fromEntries(slots) as Slots;
}

function emptySlot(key: SlotKey): Slot {
  return { key, value: null, unit: SLOTS[key].unit, source: '', grade: null, verified: false };
}
