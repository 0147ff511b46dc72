import { readFileSync } from 'node:fs';
import { approvalsNeeded, paymentLifecycle } from './payment.js';

describe('the life of a payment', () => {
  it('rule 60: is approved by somebody else, by two people above the threshold', () => {
    expect([approvalsNeeded(50_000_00, 50_000), approvalsNeeded(50_000_01, 50_000), approvalsNeeded(1, null)]).toEqual([
      1, 2, 2,
    ]);
    expect(() => paymentLifecycle.next('ordered', 'approve', { isOwn: true })).toThrow('contracts.approve-own');
    expect(paymentLifecycle.next('ordered', 'approve', { approvals: 0, approvalsNeeded: 1 })).toBe('approved');
    expect(paymentLifecycle.next('ordered', 'approve', { approvals: 0, approvalsNeeded: 2 })).toBe('ordered');
    expect(paymentLifecycle.next('ordered', 'approve', { approvals: 1, approvalsNeeded: 2 })).toBe('approved');
  });

  it('rule 60: is not paid before it is approved, and never twice', () => {
    for (const state of ['ordered', 'paid', 'cancelled'] as const)
      expect(() => paymentLifecycle.next(state, 'note', {})).toThrow('contracts.not-now');
  });

  it('is drawn in the README as the table says', () => {
    expect(readFileSync('libs/contracts/README.md', 'utf8')).toContain(paymentLifecycle.diagram());
  });
});
