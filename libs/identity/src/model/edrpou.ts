const PLAIN_WEIGHTS = [1, 2, 3, 4, 5, 6, 7];
/** For codes that begin with 3, 4 or 5. */
const TURNED_WEIGHTS = [7, 1, 2, 3, 4, 5, 6];

/** True for a code of the unified register (ЄДРПОУ): eight digits, the last one is the check digit (rule 5). */
export function isEdrpou(code: string): boolean {
  if (!/^\d{8}$/.test(code)) return false;
  const digits = [...code].map(Number);
  const weights = '345'.includes(code[0]!) ? TURNED_WEIGHTS : PLAIN_WEIGHTS;
  const first = weighted(digits, weights);
  const check =
    first < 10
      ? first
      : weighted(
          digits,
          weights.map((weight) => weight + 2),
        ) % 10;
  return digits[7] === check;
}

function weighted(digits: number[], weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digits[index]!, 0) % 11;
}
