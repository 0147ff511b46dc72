/** More projects than that are not weighed against each other: the page says so. */
export const BEST_SET_MAX = 150;

/** Values are counted in steps, so that the table stays small. */
const VALUE_STEP = 10;

/**
 * The set with the largest sum of values whose cost fits: an exact knapsack over values (0/1). Of equal sets the cheaper
 * one, then the one with the better places. Returns the indices.
 */
export function bestSet(potKop: number, items: readonly { costKop: number; value: number }[]): ReadonlySet<number> {
  const weighed = items.slice(0, BEST_SET_MAX).map(({ costKop, value }) => ({
    ...{ costKop, steps: Math.max(1, Math.round(value / VALUE_STEP)) },
  }));
  const total = weighed.reduce((sum, { steps }) => sum + steps, 0);
  // least[v] = the least cost of a set worth v; took[i] = whether the i-th is in that set.
  const least = new Float64Array(total + 1).fill(Infinity);
  least[0] = 0;
  const took = weighed.map(({ costKop, steps }) => {
    const taken = new Uint8Array(total + 1);
    for (let value = total; value >= steps; value -= 1) {
      const cost = least[value - steps]! + costKop;
      if (cost < least[value]!) {
        least[value] = cost;
        taken[value] = 1;
      }
    }
    return taken;
  });
  let value = total;
  while (least[value]! > potKop) value -= 1;
  const chosen = new Set<number>();
  for (let index = weighed.length - 1; index >= 0; index -= 1) {
    if (took[index]![value] === 0) continue;
    chosen.add(index);
    value -= weighed[index]!.steps;
  }
  return chosen;
}
