import { adoptSlots, changeSlot, confirmSlot } from './change-slot.js';
import { carryOver, changedSlots } from './carry-over.js';
import { presetRuleSet } from './preset-rule-sets.js';

const act = { by: 'Ірина Тесленко', on: '2020-10-01', link: 'https://zakon.rada.gov.ua' };

describe('the rules of the next competition', () => {
  it('rule 2: are those of its own day; what was adopted for the last one is adopted no more', () => {
    const last = adoptSlots(presetRuleSet('1049-2020'), ['receptionMinDays'], { number: '45', on: '2020-10-01' });
    const next = carryOver(presetRuleSet('1049-2021'), last);
    expect(next).toEqual(presetRuleSet('1049-2021'));
    expect(changedSlots(last, next)).toEqual([
      'submissionForm',
      'publicVote',
      'commissionMinMembers',
      'onlineSessions',
      'additionalCompetition',
    ]);
  });

  it('rule 3: keep who confirmed a value where the same edition says the same', () => {
    const last = confirmSlot(changeSlot(presetRuleSet('1049-2020'), 'termYears', 3, 'Наказ'), 'contractDays', act);
    const next = carryOver(presetRuleSet('1049-2020'), last);
    expect(next.slots.contractDays).toMatchObject({ verified: true, verification: act });
    expect(next.slots.termYears).toEqual(presetRuleSet('1049-2020').slots.termYears);
    expect(changedSlots(last, next)).toEqual(['termYears']);
  });

  it('are the own values of an own procedure', () => {
    const last = changeSlot(presetRuleSet('local-custom'), 'termYears', 3, 'Рішення ради');
    expect(carryOver(presetRuleSet('local-custom'), last).slots.termYears.value).toBe(3);
  });
});
