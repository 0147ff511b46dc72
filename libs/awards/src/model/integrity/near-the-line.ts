import type { WeighedResult, WeighedProposal } from './weigh-result.js';

/** How many proposals on either side of the line are drawn. */
export const NEAR = 6;

/** The proposals whose money is in question, and their neighbours on both sides of the line. */
export function nearTheLine({ rows, changes }: WeighedResult, fundedCount: number): WeighedProposal[] {
  const inQuestion = new Set(changes.flatMap(({ enters, leaves }) => [...enters, ...leaves]));
  return rows.filter(
    ({ applicationId }, index) => inQuestion.has(applicationId) || Math.abs(index + 0.5 - fundedCount) < NEAR,
  );
}
