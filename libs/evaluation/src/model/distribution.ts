import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/platform/canonical-json';
import type { Assignment } from './assignment/assign.js';
import { violations } from './assignment/certificate.js';
import { FAIR_AND_EVEN, type AssignmentProblem, type Pair } from './assignment/problem.js';

export type DistributionState = 'asked' | 'computing' | 'ready' | 'impossible' | 'cancelled' | 'approved';
/** The job has it, or will. */
export const UNDER_WAY: readonly DistributionState[] = ['asked', 'computing'];

export const CHANGE_REASON_MAX = 500;

/** A solved problem as it is kept: whoever has it and the pairs checks the optimum without a solver. */
export interface KeptProof {
  problem: { applications: string[]; experts: string[]; needs: number[]; loads: number[]; limits: number[] };
  /** scores[proposal * experts + expert], one signed byte each. */
  scores: Buffer;
  prices: { proposals: number[]; experts: number[] };
}

export interface PersonPair {
  applicationId: string;
  personId: string;
}

/** What the solver found, with its proof. */
export interface Solution extends KeptProof {
  pairs: (PersonPair & { fit: number })[];
}

/** The distribution is always of the worst-served first, at even loads. */
const OBJECTIVE = 'fair-and-even';

export function solutionOf(
  { applications, experts, problem }: { applications: string[]; experts: string[]; problem: AssignmentProblem },
  { pairs, prices }: Assignment,
): Solution {
  const { needs, loads, limits, scores } = problem;
  const lists = { needs: Array.from(needs), loads: Array.from(loads), limits: Array.from(limits) };
  return {
    problem: { applications, experts, ...lists },
    scores: Buffer.from(Int8Array.from(scores).buffer),
    prices: { proposals: Array.from(prices.proposals), experts: Array.from(prices.experts) },
    pairs: pairs.map(({ proposal, expert }) => ({
      applicationId: applications[proposal]!,
      personId: experts[expert]!,
      fit: scores[proposal * experts.length + expert]!,
    })),
  };
}

/** Digest of everything that the solver was given. */
export function inputDigest({ problem, scores }: Pick<KeptProof, 'problem' | 'scores'>): string {
  return createHash('sha256')
    .update(canonicalJson({ ...problem, objective: OBJECTIVE }))
    .update(scores)
    .digest('hex');
}

/** Digest of the pairs, in whatever order they come. */
export function outputDigest(pairs: readonly PersonPair[]): string {
  const lines = pairs.map(({ applicationId, personId }) => `${applicationId} ${personId}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** Whether the kept prices prove that no distribution is better than these pairs: one pass, no solver. */
export function isProved({ problem, scores, prices }: KeptProof, pairs: readonly PersonPair[]): boolean {
  const rows = new Map(problem.applications.map((id, index) => [id, index]));
  const columns = new Map(problem.experts.map((id, index) => [id, index]));
  const found = pairs.map(({ applicationId, personId }) => ({
    proposal: rows.get(applicationId)!,
    expert: columns.get(personId)!,
  }));
  if (found.some(({ proposal, expert }) => proposal === undefined || expert === undefined)) return false;
  return violations(solved(problem, scores), found as Pair[], typed(prices)) === 0;
}

function solved({ needs, loads, limits }: KeptProof['problem'], scores: Buffer): AssignmentProblem {
  const bytes = new Int8Array(scores.buffer, scores.byteOffset, scores.byteLength);
  return { needs, loads, limits, scores: bytes, objective: FAIR_AND_EVEN };
}

const typed = ({ proposals, experts }: KeptProof['prices']) => ({
  proposals: Int32Array.from(proposals),
  experts: Int32Array.from(experts),
});
