import { changeSlot } from './change-slot.js';
import { freezeRuleSet, isUntouched } from './freeze-rule-set.js';
import { presetRuleSet } from './preset-rule-sets.js';

describe('the frozen copy of a rule set (rule 1)', () => {
  const preset = structuredClone(presetRuleSet('1049-2020'));

  it('does not follow later edits of the preset', () => {
    const frozen = freezeRuleSet(preset);
    preset.slots.ownSharePercent.value = 25;
    expect(frozen.ruleSet.slots.ownSharePercent.value).toBe(15);
    expect(() => {
      frozen.ruleSet.slots.commissionQuorum.value!.numerator = 0;
    }).toThrow(TypeError);
  });

  it('is told by its hash, in whatever order the keys come back from the database', () => {
    const frozen = freezeRuleSet(presetRuleSet('1049-2020'));
    const reordered = Object.fromEntries(Object.entries(frozen.ruleSet).reverse()) as typeof frozen.ruleSet;
    expect(frozen.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(isUntouched({ ...frozen, ruleSet: reordered })).toBe(true);
  });

  it('shows when a value was changed behind its back', () => {
    const frozen = freezeRuleSet(presetRuleSet('1049-2020'));
    const changed = changeSlot(frozen.ruleSet, 'ownSharePercent', 5, 'Рішення обласної ради');
    expect(isUntouched({ ...frozen, ruleSet: changed })).toBe(false);
    expect(isUntouched(frozen)).toBe(true);
  });
});
