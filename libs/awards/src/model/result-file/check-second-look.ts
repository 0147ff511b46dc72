import { causeOf, type SheetPoints } from '#libs/evaluation';
import type { RulesLine } from './lines.js';
import { ResultFault, type ResultParts } from './result-reader.js';
import { pairOf, type OpenedSheet } from './open-sheets.js';

/** One more sheet stands exactly where the first ones of a proposal met the announced condition, with that cause (rule 44). */
export function checkSecondLook(
  file: ResultParts,
  { secondLook: look, passingHundredths }: RulesLine,
  sheets: readonly OpenedSheet[],
): void {
  const extraPairs = new Set(file.of('extra').map(({ line }) => pairOf(line)));
  const base = byCode(
    sheets.filter((one) => !extraPairs.has(pairOf(one))),
    ({ code }) => code,
  );
  const extras = byCode(file.of('extra'), ({ line }) => line.code);
  for (const { line } of file.of('admission')) {
    const cause = look ? causeOf(look, pointsOf(base.get(line.code)), passingHundredths) : null;
    const given = extras.get(line.code) ?? [];
    if (given.length !== Number(cause !== null) || given.some((one) => one.line.cause !== cause))
      throw new ResultFault(given[0]?.at ?? file.lines.length, 'second-look');
  }
}

const pointsOf = (sheets: readonly OpenedSheet[] = []): SheetPoints[] => sheets.map(({ points }) => points);

function byCode<One>(all: readonly One[], codeOf: (one: One) => string): Map<string, One[]> {
  const found = new Map<string, One[]>();
  for (const one of all) found.set(codeOf(one), [...(found.get(codeOf(one)) ?? []), one]);
  return found;
}
