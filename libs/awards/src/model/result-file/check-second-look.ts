import { causeOf } from '#libs/evaluation';
import type { ExtraLine, RulesLine } from './lines.js';
import { ResultFault, type NumberedLine, type ResultParts } from './result-reader.js';
import { pairOf, type OpenedSheet } from './open-sheets.js';

/**
 * One more sheet stands exactly where the first ones of a proposal met the announced condition, and one that a discussion
 * changed only there (rule 44). Of a proposal with an annulled sheet the first ones are not all here: it is passed over.
 */
export function checkSecondLook(
  file: ResultParts,
  { secondLook: look, passingHundredths }: RulesLine,
  sheets: readonly OpenedSheet[],
  firsts: readonly OpenedSheet[],
): void {
  const first = new Map(firsts.map((one) => [pairOf(one), one]));
  const extraPairs = new Set(file.of('extra').map(({ line }) => pairOf(line)));
  const annulled = new Set(file.of('annulment').map(({ line }) => line.code));
  const base = byCode(sheets.filter((one) => !extraPairs.has(pairOf(one))));
  const extras = byCode(file.of('extra'));
  const changed = byCode(file.of('first-seal'));
  const causes = (code: string) => {
    const points = (base.get(code) ?? []).map((one) => (first.get(pairOf(one)) ?? one).points);
    return look ? causeOf(look, points, passingHundredths) : null;
  };
  for (const { line } of file.of('admission')) {
    const { code } = line;
    if (annulled.has(code)) continue;
    const cause = causes(code);
    checkExtra(extras.get(code) ?? [], look?.extraSheet ? cause : null, file.lines.length);
    const [again] = changed.get(code) ?? [];
    if (again && !(cause && look?.discussion)) throw new ResultFault(again.at, 'second-look');
  }
}

/** Exactly one where there is a cause, with that cause. */
function checkExtra(given: readonly NumberedLine<ExtraLine>[], cause: ExtraLine['cause'] | null, end: number): void {
  if (given.length !== Number(cause !== null) || given.some((one) => one.line.cause !== cause))
    throw new ResultFault(given[0]?.at ?? end, 'second-look');
}

function byCode<L extends { code: string } | NumberedLine<{ code: string }>>(lines: readonly L[]): Map<string, L[]> {
  const found = new Map<string, L[]>();
  for (const line of lines) {
    const code = 'code' in line ? line.code : line.line.code;
    const before = found.get(code);
    if (before) before.push(line);
    else found.set(code, [line]);
  }
  return found;
}
