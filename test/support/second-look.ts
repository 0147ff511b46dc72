import { presetRuleSet, type SlotKey } from '#libs/terms';

/** The rules of a preset with other values in some slots, as a column of a competition. */
export function rulesWith(values: Partial<Record<SlotKey, unknown>>): string {
  const ruleSet = presetRuleSet('1049-2020');
  const slots: Record<string, unknown> = { ...ruleSet.slots };
  for (const [key, value] of Object.entries(values)) slots[key] = { ...ruleSet.slots[key as SlotKey], value };
  return JSON.stringify({ ...ruleSet, slots });
}
