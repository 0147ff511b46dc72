/** What the points of a criterion mean, in words: the anchor of a score. */
export interface Anchor {
  points: number;
  text: string;
}

export interface Criterion {
  id: string;
  position: number;
  /** Latin key, unique in the competition; the tie order names it. */
  key: string;
  title: string;
  question: string;
  maxPoints: number;
  guidance: Anchor[];
}

/** A priority task of the competition. */
export interface Priority {
  id: string;
  position: number;
  title: string;
  description: string;
}

/** The highest sum of points a proposal can get. */
export const maxSum = (criteria: readonly Pick<Criterion, 'maxPoints'>[]): number =>
  criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
