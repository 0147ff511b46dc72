import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
import { CONTRACT_STATES, type ContractState } from './contract.js';

export type ContractAction =
  | 'edit'
  | 'give-details'
  | 'offer'
  | 'return'
  | 'take-back'
  | 'agree'
  | 'sign'
  | 'put-in-force'
  | 'suspend'
  | 'resume'
  | 'complete'
  | 'end-early'
  | 'drop';

/** What the guards look at; an action gives what its guards need. */
export interface ContractSubject {
  sumKop?: number;
  /** What the award says today; null when it does not stand any more. */
  awardKop?: number | null;
  hasDetails?: boolean;
  hasCodes?: boolean;
  /** What the instalments and the lines of the budget come to. */
  instalmentsKop?: number;
  linesKop?: number;
  indicators?: number;
}

/** rule 59: never signed with a sum unlike the award. */
const sumIsTheAward: Guard<ContractSubject> = ({ sumKop = 0, awardKop = null }) => {
  if (awardKop === null) return 'contracts.award-fell-away';
  return sumKop === awardKop ? null : 'contracts.sum-unlike-award';
};
const isWhole: readonly Guard<ContractSubject>[] = [
  ({ hasDetails }) => (hasDetails ? null : 'contracts.no-details'),
  ({ hasCodes }) => (hasCodes ? null : 'contracts.no-codes'),
  ({ instalmentsKop, sumKop }) => (instalmentsKop === sumKop ? null : 'contracts.plan-unlike-sum'),
  ({ linesKop, sumKop }) => (linesKop === sumKop ? null : 'contracts.budget-unlike-sum'),
  ({ indicators = 0 }) => (indicators > 0 ? null : 'contracts.no-indicators'),
];
const awardFellAway: Guard<ContractSubject> = ({ awardKop = null, sumKop = 0 }) =>
  awardKop === null || awardKop !== sumKop ? null : 'contracts.award-stands';

/** The life of a contract: the officer writes, the organisation agrees, the director signs. */
export const contractLifecycle = new Lifecycle<ContractState, ContractAction, ContractSubject>(
  'contracts',
  CONTRACT_STATES,
  [
    { action: 'edit', from: ['draft'], to: 'draft', who: ['officer'] },
    { action: 'give-details', from: ['draft'], to: 'draft', who: ['applicant'] },
    { action: 'offer', from: ['draft'], to: 'offered', who: ['officer'], guards: [sumIsTheAward, ...isWhole] },
    { action: 'return', from: ['offered', 'agreed'], to: 'draft', who: ['applicant'] },
    { action: 'take-back', from: ['offered', 'agreed'], to: 'draft', who: ['officer'] },
    { action: 'agree', from: ['offered'], to: 'agreed', who: ['applicant'], guards: [sumIsTheAward] },
    { action: 'sign', from: ['agreed'], to: 'signed', who: ['director'], guards: [sumIsTheAward, ...isWhole] },
    { action: 'put-in-force', from: ['signed'], to: 'in-force', who: ['officer'] },
    { action: 'suspend', from: ['in-force'], to: 'suspended', who: ['director'] },
    { action: 'resume', from: ['suspended'], to: 'in-force', who: ['director'] },
    { action: 'complete', from: ['in-force'], to: 'completed', who: ['officer'] },
    { action: 'end-early', from: ['signed', 'in-force', 'suspended'], to: 'ended-early', who: ['director'] },
    { action: 'drop', from: ['draft', 'offered', 'agreed'], to: 'dropped', who: ['officer'], guards: [awardFellAway] },
  ],
);
