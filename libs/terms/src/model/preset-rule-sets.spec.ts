import { presetRuleSet, presetRuleSets } from './preset-rule-sets.js';
import { isSlotValue } from './slot-validity.js';
import { RULE_SET_KEYS, missingSlots, slotValue, type Slot } from './rule-set.js';
import { SLOT_KEYS } from './slots.js';

describe('the presets', () => {
  const presets = presetRuleSets();
  const ofLaw = presets.filter((preset) => preset.key !== 'local-custom');

  it('come in the order of their dates, without overlaps', () => {
    expect(presets.map((preset) => preset.key)).toEqual(RULE_SET_KEYS);
    ofLaw.slice(1).forEach((preset, i) => expect(preset.validFrom! > ofLaw[i]!.validUntil!).toBe(true));
    expect(ofLaw.at(-1)!.validUntil).toBeNull();
  });

  it('fill every slot with a possible value, its unit, a source and a grade', () => {
    for (const preset of ofLaw) {
      expect(Object.keys(preset.slots)).toEqual(SLOT_KEYS);
      expect(missingSlots(preset)).toEqual([]);
      const bad = Object.values<Slot>(preset.slots).filter(
        (slot) => !isSlotValue(slot.key, slot.value) || slot.source === '' || slot.grade === null,
      );
      expect(bad).toEqual([]);
    }
  });

  it('never call a recalled, inferred or borrowed value confirmed (rule 3)', () => {
    const slots = presets.flatMap((preset) => Object.values<Slot>(preset.slots));
    expect(slots.filter((slot) => slot.verified && slot.grade !== 'C')).toEqual([]);
    expect(presetRuleSet('1049-2020').slots.ownSharePercent).toMatchObject({ value: 15, grade: 'R', verified: false });
  });

  it('carry the confirmed differences between editions', () => {
    const values = ofLaw.map(({ slots }) => [
      slots.minRegistrationAgeMonths.value,
      slots.announcementDeadline.value!.month,
      slots.commissionMinMembers.value,
      slots.exclusionGround.value,
    ]);
    expect(values).toEqual([
      [24, 4, 7, 'non-delivery'],
      [24, 4, 7, 'non-delivery'],
      [24, 4, 7, 'budget-offence'],
      [6, 10, 7, 'budget-offence'],
      [6, 10, 7, 'budget-offence'],
      [6, 10, 5, 'budget-offence'],
      [6, 10, 5, 'budget-offence'],
      [6, 10, 5, 'budget-offence'],
    ]);
  });

  it('score by every member and admit no charities by default', () => {
    expect(new Set(ofLaw.map(({ slots }) => slots.scoringMode.value))).toEqual(new Set(['every-member']));
    expect(presetRuleSet('1049-2020').slots.admittedLegalForms.value).toEqual([
      'public-association',
      'separate-unit',
      'creative-union',
    ]);
  });

  it('leave an own procedure empty, so that it cannot be used by accident', () => {
    const own = presetRuleSet('local-custom');
    expect(missingSlots(own)).toEqual(SLOT_KEYS);
    expect(() => slotValue(own, 'ownSharePercent')).toThrow('no value for ownSharePercent');
    expect(slotValue(presetRuleSet('1049-2020'), 'ownSharePercent')).toBe(15);
  });

  it('cannot be changed in memory', () => {
    expect(() => {
      presetRuleSet('1049-2020').slots.ownSharePercent.value = 0;
    }).toThrow(TypeError);
  });
});
