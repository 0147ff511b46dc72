import { readFileSync } from 'node:fs';
import { contractLifecycle, type ContractSubject } from './contract.lifecycle.js';

const whole: ContractSubject = {
  sumKop: 100,
  awardKop: 100,
  hasDetails: true,
  hasCodes: true,
  instalmentsKop: 100,
  linesKop: 100,
  indicators: 2,
};

describe('the life of a contract', () => {
  it('rule 59: is not signed with a sum unlike the award, nor without its parts', () => {
    const refusal = (change: ContractSubject) => {
      try {
        return contractLifecycle.next('agreed', 'sign', { ...whole, ...change });
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refusal({})).toBe('signed');
    expect(refusal({ awardKop: 101 })).toBe('contracts.sum-unlike-award');
    expect(refusal({ awardKop: null })).toBe('contracts.award-fell-away');
    expect(refusal({ instalmentsKop: 99 })).toBe('contracts.plan-unlike-sum');
    expect(refusal({ linesKop: 99 })).toBe('contracts.budget-unlike-sum');
    expect(refusal({ indicators: 0 })).toBe('contracts.no-indicators');
    expect(refusal({ hasDetails: false })).toBe('contracts.no-details');
    expect(refusal({ hasCodes: false })).toBe('contracts.no-codes');
  });

  it('goes back to the officer, but never after the signature', () => {
    expect(contractLifecycle.next('agreed', 'return', {})).toBe('draft');
    expect(() => contractLifecycle.next('signed', 'return', {})).toThrow('contracts.not-now');
  });

  it('is dropped only when its award fell away or has another sum', () => {
    expect(contractLifecycle.next('draft', 'drop', { sumKop: 5, awardKop: null })).toBe('dropped');
    expect(() => contractLifecycle.next('draft', 'drop', { sumKop: 5, awardKop: 5 })).toThrow('contracts.award-stands');
  });

  it('is drawn in the README as the table says', () => {
    expect(readFileSync('libs/contracts/README.md', 'utf8')).toContain(contractLifecycle.diagram());
  });
});
