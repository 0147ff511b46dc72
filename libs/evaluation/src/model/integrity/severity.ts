/**
 * λ of the additive model: how strongly a personal shift is drawn towards zero. Three means that the noise of one mark is
 * taken for three times as large as what people differ by; fixed, so that anybody can repeat the calculation.
 */
export const SEVERITY_LAMBDA = 3;

/** One sheet: all its points, by the index of the proposal and of the person. */
export interface Mark {
  proposal: number;
  person: number;
  points: number;
}

export interface SeverityModel {
  /** Points by which a person marks above (+, lenient) or below (−, harsh) the others on the same proposals. */
  shifts: Float64Array;
  /** The mean of each proposal after the shifts of those who marked it are taken away; NaN without a sheet. */
  corrected: Float64Array;
  /** Largest absolute slope of the sum of squares at the solution: zero says that it is the minimum. */
  residual: number;
}

/**
 * Additive severity: points = quality of the proposal + shift of the person + noise, by least squares with λ·shift².
 * Qualities are eliminated first, then a symmetric positive system of the size of the commission is solved exactly.
 * Advisory: it is shown beside the legal mean and never changes a place.
 */
export function severityModel(marks: readonly Mark[], proposals: number, people: number): SeverityModel {
  const means = meansOf(marks, proposals);
  const shifts = solve(...normalEquations(marks, means, people));
  const corrected = meansOf(
    marks.map((mark) => ({ ...mark, points: mark.points - shifts[mark.person]! })),
    proposals,
  ).mean;
  return { shifts, corrected, residual: steepest(marks, shifts, corrected) };
}

interface Means {
  mean: Float64Array;
  count: Float64Array;
}

function meansOf(marks: readonly Mark[], proposals: number): Means {
  const sum = new Float64Array(proposals);
  const count = new Float64Array(proposals);
  for (const { proposal, points } of marks) {
    sum[proposal]! += points;
    count[proposal]! += 1;
  }
  return { mean: sum.map((total, index) => total / count[index]!), count };
}

/** Row p: (sheets of p + λ)·b_p − Σ over its proposals of the mean b of all who marked it = Σ (points − mean). */
function normalEquations(marks: readonly Mark[], { mean, count }: Means, people: number) {
  const matrix = Array.from({ length: people }, () => new Float64Array(people));
  const right = new Float64Array(people);
  const whoMarked: number[][] = Array.from(mean, () => []);
  for (const { proposal, person } of marks) whoMarked[proposal]!.push(person);
  for (let person = 0; person < people; person += 1) matrix[person]![person] = SEVERITY_LAMBDA;
  for (const { proposal, person, points } of marks) {
    matrix[person]![person]! += 1;
    right[person]! += points - mean[proposal]!;
    for (const other of whoMarked[proposal]!) matrix[person]![other]! -= 1 / count[proposal]!;
  }
  return [matrix, right] as const;
}

/** Cholesky in place; the matrix is positive because λ is. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let value = matrix[row]![column]!;
      for (let k = 0; k < column; k += 1) value -= matrix[row]![k]! * matrix[column]![k]!;
      matrix[row]![column] = row === column ? Math.sqrt(value) : value / matrix[column]![column]!;
    }
  }
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) right[row]! -= matrix[row]![k]! * right[k]!;
    right[row]! /= matrix[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) right[row]! -= matrix[k]![row]! * right[k]!;
    right[row]! /= matrix[row]![row]!;
  }
  return right;
}

function steepest(marks: readonly Mark[], shifts: Float64Array, corrected: Float64Array): number {
  const slope = shifts.map((shift) => SEVERITY_LAMBDA * shift);
  for (const { proposal, person, points } of marks) slope[person]! -= points - corrected[proposal]! - shifts[person]!;
  return Math.max(0, ...slope.map(Math.abs));
}
