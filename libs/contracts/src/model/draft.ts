import type { FrozenProposal, ReadableApplication } from '#libs/applications';
import type { ContractLine, ContractParts, ContractRow } from './contract.js';
import { firstPlan } from './payment-plan.js';

/** What the officer says about all contracts of a competition at once. */
export interface DraftTerms {
  place: string;
  kpkvk: string;
  kekv: string;
  /** Of the sum, before any report; 100 = everything at once. */
  firstPercent: number;
}

type Own = 'id' | 'awardId' | 'organiserId' | 'templateNumber' | 'sumKop';
export type NewContract = Pick<
  ContractRow,
  Own | 'applicationId' | 'competitionId' | 'organisationId' | 'subject' | 'startsOn' | 'endsOn' | 'place'
> & { kpkvk: string; kekv: string; parts: ContractParts };

/** A contract in the words and numbers of the proposal that won. */
export function draftFrom(
  own: Pick<ContractRow, Own>,
  { id: applicationId, competitionId, organisationId, content }: ReadableApplication,
  { firstPercent, ...terms }: DraftTerms,
): NewContract {
  const { title: subject, startOn: startsOn, endOn: endsOn, activities, indicators } = content;
  return {
    ...{ ...own, applicationId, competitionId, organisationId, subject, startsOn, endsOn, ...terms },
    parts: {
      stages: activities.map(({ month, title, place }) => ({ month, title, place })),
      indicators: indicators.map(({ kind, title, unit, baseline, planned, source }) => ({
        ...{ kind, title, unit, baseline, planned, source },
      })),
      lines: linesOf(content.budget),
      instalments: firstPlan(own.sumKop, firstPercent, startsOn, endsOn),
    },
  };
}

const linesOf = ({ lines }: FrozenProposal['budget']): ContractLine[] =>
  lines.map(({ category, title, fundedKop, ownKop }) => ({ category, title, fundedKop, ownKop }));
