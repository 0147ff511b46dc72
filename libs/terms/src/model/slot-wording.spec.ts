import { adoptSlots, confirmSlot } from './change-slot.js';
import { presetRuleSet, presetRuleSets } from './preset-rule-sets.js';
import type { Slot } from './rule-set.js';
import { slotWording } from './slot-wording.js';
import type { SlotKey } from './slots.js';

const { slots } = presetRuleSet('1049-2020');

describe('a slot in words', () => {
  it.each<[SlotKey, string, string]>([
    ['receptionMinDays', '30 календарних днів', '30 calendar days'],
    ['termYears', '2 роки', '2 years'],
    ['scoreStep', '1 бал', '1 point'],
    ['commissionQuorum', 'більше половини складу комісії', 'more than half of the commission'],
    ['passingShare', 'не менше половини найбільшої можливої суми балів', 'at least half of the highest possible total'],
    ['announcementDeadline', '1 жовтня року, що передує бюджетному', '1 October of the year before the budget year'],
    ['adminCostCapPercent', 'без обмеження', 'no limit'],
    ['chairBreaksTie', 'так', 'yes'],
    ['submissionForm', 'паперова', 'on paper'],
    [
      'rounding',
      'до 2 знаків після коми, лише для показу; місця — за точними значеннями',
      'to 2 decimals, only for showing; places follow the exact values',
    ],
  ])('%s', (key, uk, en) => {
    expect(slotWording(slots[key], 'uk').value).toBe(uk);
    expect(slotWording(slots[key], 'en').value).toBe(en);
  });

  it('names a fraction that is not a half by its numbers', () => {
    const value = { rule: 'at-least', numerator: 2, denominator: 3, of: 'all' } as const;
    expect(slotWording({ ...slots.commissionQuorum, value }, 'uk').value).toBe('не менше ніж 2/3 складу комісії');
  });

  it('marks what nobody has confirmed, and says who confirmed the rest (rule 3)', () => {
    expect(slotWording(slots.ownSharePercent, 'uk')).toMatchObject({ mark: 'не підтверджено', confirmation: null });
    const verification = { by: 'Олена Коваль', on: '2020-09-01', link: 'https://zakon.rada.gov.ua' };
    const confirmed = confirmSlot(presetRuleSet('1049-2020'), 'ownSharePercent', verification).slots.ownSharePercent;
    expect(slotWording(confirmed, 'uk')).toMatchObject({
      mark: null,
      confirmation: 'Підтверджено: Олена Коваль, 01.09.2020',
      link: 'https://zakon.rada.gov.ua',
    });
  });

  it('says by which order of the organiser a value was adopted (rule 3)', () => {
    const order = { number: '45', on: '2020-10-01' };
    const { ownSharePercent } = adoptSlots(presetRuleSet('1049-2020'), ['ownSharePercent'], order).slots;
    const words = { mark: null, confirmation: null, adoption: 'прийнято наказом № 45 від 01.10.2020' };
    expect(slotWording(ownSharePercent, 'uk')).toMatchObject(words);
  });

  it('names the exceptions that an act allows (rule 15)', () => {
    const { receptionMinDays } = presetRuleSet('1049-2016').slots;
    expect(slotWording(receptionMinDays, 'uk').exceptions).toEqual(['20 календарних днів — конкурси 2016 року']);
  });

  it('says every slot of every preset without a missing phrase, in both languages', () => {
    const words = presetRuleSets().flatMap((preset) =>
      Object.values<Slot>(preset.slots).flatMap((slot) =>
        (['uk', 'en'] as const).map((lang) => Object.values(slotWording(slot, lang)).flat().join(' ')),
      ),
    );
    expect(words.filter((text) => /terms:|\{\{|undefined|\[object/.test(text))).toEqual([]);
  });

  it('says «не внесено» for an empty slot', () => {
    expect(slotWording(presetRuleSet('local-custom').slots.termYears, 'uk').value).toBe('не внесено');
  });
});
