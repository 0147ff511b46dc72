import { InvalidInput } from '#libs/platform/errors';
import { changeSlot, confirmSlot } from './change-slot.js';
import { presetRuleSet } from './preset-rule-sets.js';

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
