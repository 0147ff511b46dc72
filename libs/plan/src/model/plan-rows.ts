export interface DeadlinePart {
  text: string;
  kind: 'quarters' | 'all-year' | 'every-quarter' | 'month';
  from?: 1 | 2 | 3 | 4;
  to?: 1 | 2 | 3 | 4;
  month?: number;
}

/** A row of a plan that is being written: the four columns of the document, and its direction. */
export interface DraftRow {
  directionNumber: number;
  directionTitle: string;
  number: string;
  title: string;
  deadlineText: string;
  /** The whole cell: «Департамент …, райдержадміністрації, ІГС (за згодою)». */
  parties: string;
}

export interface RowProblem {
  /** Of the measure, or of the line of the file. */
  where: string;
  code: 'deadline-unknown' | 'no-parties' | 'number-twice' | 'wrong-direction' | 'no-title' | 'too-long';
}
