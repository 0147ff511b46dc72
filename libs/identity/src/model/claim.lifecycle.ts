import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
import { CLAIM_STATES, type ClaimGround, type ClaimState } from './claim.js';

export type ClaimAction = 'add-extract' | 'verify' | 'refuse' | 'withdraw' | 'end';

/** What the guards look at. */
export interface ClaimEvidence {
  /** The organisation is in the system. */
  isRegistered: boolean;
  hasExtract: boolean;
  /** Somebody whose own right is verified says that the claimant belongs to them. */
  isVouchedFor: boolean;
  /** What the officer rests on; null when nothing is being verified. */
  ground: ClaimGround | null;
}

const isRegistered: Guard<ClaimEvidence> = (claim) => (claim.isRegistered ? null : 'identity.claim-no-organisation');

const restsOnItsGround: Guard<ClaimEvidence> = ({ ground, hasExtract, isVouchedFor }) => {
  if (ground === 'colleagues') return isVouchedFor ? null : 'identity.claim-nobody-vouches';
  return hasExtract ? null : 'identity.claim-no-extract';
};

/** The life of a right to act. Whether the actor may touch this very claim is the business of the policy. */
export const claimLifecycle = new Lifecycle<ClaimState, ClaimAction, ClaimEvidence>('identity', CLAIM_STATES, [
  { action: 'add-extract', from: ['claimed'], to: 'claimed', who: ['claimant'] },
  {
    action: 'verify',
    from: ['claimed'],
    to: 'verified',
    who: ['officer', 'administrator'],
    guards: [isRegistered, restsOnItsGround],
  },
  { action: 'refuse', from: ['claimed'], to: 'refused', who: ['officer', 'administrator'] },
  { action: 'withdraw', from: ['claimed'], to: 'ended', who: ['claimant'] },
  {
    action: 'end',
    from: ['claimed', 'verified'],
    to: 'ended',
    who: ['claimant', 'applicant', 'officer', 'administrator', 'system'],
  },
]);
