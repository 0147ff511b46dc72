import { CORRECTABLE_FIELDS, FROZEN_FIELDS, isCorrectable, isFrozen, subjectsAt } from './correction.js';

describe('what a correction may mend', () => {
  it('rule 1: nothing is both a text and a frozen rule', () => {
    expect(Object.keys(CORRECTABLE_FIELDS).filter(isFrozen)).toEqual([]);
    expect(Object.keys(FROZEN_FIELDS).filter(isCorrectable)).toEqual([]);
    expect(['potKop', 'closesAt', 'criteria'].every(isFrozen)).toBe(true);
  });

  it('is only what has been published by then', () => {
    expect(subjectsAt('draft')).toEqual([]);
    expect(subjectsAt('announced')).toEqual(['announcement', 'answer']);
    expect(subjectsAt('scoring')).toEqual(['announcement', 'answer', 'admission', 'minutes']);
    expect(subjectsAt('decided')).toEqual(['announcement', 'answer', 'admission', 'minutes', 'results', 'order']);
  });
});
