import { InvalidInput } from '#libs/platform/errors';
import { adoptSlots, changeSlot, confirmSlot } from './change-slot.js';
import { presetRuleSet } from './preset-rule-sets.js';
import { unsettledSlots } from './rule-set.js';

const preset = presetRuleSet('1049-2020');

function fieldsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields.map((problem) => problem.field);
    throw error;
  }
  return [];
}

describe('changing a value', () => {
  it('makes it practice of this organiser, unconfirmed, and leaves the preset alone', () => {
    const changed = changeSlot(preset, 'commissionMinMembers', 9, ' Розпорядження № 12 ');
    expect(changed.slots.commissionMinMembers).toEqual({
      key: 'commissionMinMembers',
      unit: 'people',
      value: 9,
      source: 'Розпорядження № 12',
      grade: 'P',
      verified: false,
    });
    expect(preset.slots.commissionMinMembers.value).toBe(7);
  });

  it('refuses impossible values and values from nowhere', () => {
    expect(fieldsOf(() => changeSlot(preset, 'ownSharePercent', 101, ' '))).toEqual(['value', 'source']);
    expect(fieldsOf(() => changeSlot(preset, 'scoreScaleMax', 0, 'Порядок'))).toEqual(['value']);
    expect(fieldsOf(() => changeSlot(preset, 'admittedLegalForms', ['charity', 'charity'], 'Програма'))).toEqual([
      'value',
    ]);
  });
});

describe('confirming a value (rule 3)', () => {
  const verification = {
    by: 'Олена Коваль',
    on: '2020-09-01',
    link: 'https://zakon.rada.gov.ua/laws/show/1049-2011-п',
  };

  it('needs a name, a day and a link to the act', () => {
    const blank = { by: ' ', on: '01.09.2020', link: 'zakon.rada.gov.ua' };
    expect(fieldsOf(() => confirmSlot(preset, 'ownSharePercent', blank))).toEqual(['by', 'on', 'link']);
    const confirmed = confirmSlot(preset, 'ownSharePercent', verification);
    expect(confirmed.slots.ownSharePercent).toMatchObject({ value: 15, verified: true, verification });
  });

  it('is void for an empty slot', () => {
    expect(fieldsOf(() => confirmSlot(presetRuleSet('local-custom'), 'ownSharePercent', verification))).toEqual([
      'value',
    ]);
  });

  it('is lost when the value changes again', () => {
    const confirmed = confirmSlot(preset, 'ownSharePercent', verification);
    const changed = changeSlot(confirmed, 'ownSharePercent', 10, 'Рішення ради').slots.ownSharePercent;
    expect(changed).toMatchObject({ value: 10, verified: false });
    expect(changed.verification).toBeUndefined();
  });
});

describe('an order of the organiser adopts what no act confirms (rule 3)', () => {
  const order = { number: '45', on: '2020-10-01' };

  it('settles the named values and leaves a confirmed one as law', () => {
    const rules = presetRuleSet('1049-2020');
    const adopted = adoptSlots(rules, ['receptionMinDays', 'commissionMinMembers'], order);
    expect(adopted.slots.receptionMinDays.adoption).toEqual(order);
    expect(adopted.slots.commissionMinMembers).toEqual(rules.slots.commissionMinMembers);
    expect(unsettledSlots(rules)).toContain('receptionMinDays');
    expect(unsettledSlots(adopted)).not.toContain('receptionMinDays');
    expect(unsettledSlots(adoptSlots(rules, unsettledSlots(rules), order))).toEqual([]);
  });

  it('is gone as soon as the value changes or its act confirms it', () => {
    const adopted = adoptSlots(presetRuleSet('1049-2020'), ['receptionMinDays'], order);
    const changed = changeSlot(adopted, 'receptionMinDays', 20, 'наказ');
    expect(unsettledSlots(changed)).toContain('receptionMinDays');
    const vouched = confirmSlot(adopted, 'receptionMinDays', {
      by: 'І. Тесленко',
      on: '2020-10-01',
      link: 'https://a.b',
    });
    expect(vouched.slots.receptionMinDays).toMatchObject({ verified: true });
    expect(vouched.slots.receptionMinDays.adoption).toBeUndefined();
  });

  it('asks for values, number and day', () => {
    const act = () => adoptSlots(presetRuleSet('local-custom'), [], { number: ' ', on: '' });
    expect(fieldsOf(act)).toEqual(['keys', 'number', 'on']);
    expect(fieldsOf(() => adoptSlots(presetRuleSet('local-custom'), ['termYears'], order))).toEqual(['keys']);
  });
});
