import { readFileSync } from 'node:fs';
import { claimLifecycle, type ClaimAction, type ClaimEvidence } from './claim.lifecycle.js';
import { CLAIM_STATES, type ClaimState } from './claim.js';

const evidence: ClaimEvidence = { isRegistered: true, hasExtract: true, isVouchedFor: false, ground: 'extract' };

const actions = (role: string): Record<ClaimState, ClaimAction[]> =>
  Object.fromEntries(
    CLAIM_STATES.map((state) => [state, claimLifecycle.available(state, role, evidence).map(({ action }) => action)]),
  ) as Record<ClaimState, ClaimAction[]>;

describe('the life of a right to act: state × action × role', () => {
  const nothing = { claimed: [], verified: [], refused: [], ended: [] };
  it.each([
    ['claimant', { ...nothing, claimed: ['add-extract', 'withdraw', 'end'], verified: ['end'] }],
    ['applicant', { ...nothing, claimed: ['end'], verified: ['end'] }],
    ['officer', { ...nothing, claimed: ['verify', 'refuse', 'end'], verified: ['end'] }],
    ['administrator', { ...nothing, claimed: ['verify', 'refuse', 'end'], verified: ['end'] }],
    ['system', { ...nothing, claimed: ['end'], verified: ['end'] }],
    ['director', nothing],
    ['commission-member', nothing],
  ])('%s', (role, expected) => {
    expect(actions(role)).toEqual(expected);
  });

  it('leads where the table says, and nowhere from an end', () => {
    const next = (state: ClaimState, action: ClaimAction) => claimLifecycle.next(state, action, evidence);
    expect([next('claimed', 'verify'), next('claimed', 'refuse'), next('claimed', 'withdraw')]).toEqual([
      ...['verified', 'refused', 'ended'],
    ]);
    expect(next('verified', 'end')).toBe('ended');
    for (const state of ['refused', 'ended'] as const)
      for (const action of ['verify', 'refuse', 'withdraw', 'end', 'add-extract'] as const)
        expect(() => next(state, action)).toThrow('identity.not-now');
  });

  it('is verified on a ground that is there, for an organisation that is here', () => {
    const verify = (own: Partial<ClaimEvidence>) => () =>
      claimLifecycle.next('claimed', 'verify', { ...evidence, ...own });
    expect(verify({ hasExtract: false })).toThrow('identity.claim-no-extract');
    expect(verify({ ground: 'colleagues' })).toThrow('identity.claim-nobody-vouches');
    expect(verify({ ground: 'colleagues', isVouchedFor: true, hasExtract: false })()).toBe('verified');
    expect(verify({ isRegistered: false })).toThrow('identity.claim-no-organisation');
  });

  it('is drawn in the README as it is', () => {
    expect(readFileSync('libs/identity/README.md', 'utf8')).toContain(claimLifecycle.diagram());
  });
});
