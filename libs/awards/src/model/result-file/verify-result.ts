import { needsLot, rate, type ComputedPlace, type SheetPoints } from '#libs/evaluation';
import { allocate, askedOf, type AllocationLine } from '../allocate.js';
import { isSigned } from './checkpoint.js';
import { checkSecondLook } from './check-second-look.js';
import { drawRanks } from './draw-ranks.js';
import type { AdmissionLine, AwardLine, BudgetLine, Part, RatingLine, RulesLine } from './lines.js';
import { merkleRoot } from './merkle.js';
import { once, openSheets, pairOf, type OpenedSheet } from './open-sheets.js';
import { readResult, ResultFault, type NumberedLine, type ResultParts } from './result-reader.js';

export interface Verified {
  rules: RulesLine;
  parts: Part[];
  /** Ed25519 public key, hex: compare it with the one in the minutes and on the page of results. */
  key: string;
}

/**
 * Recomputes everything that a result file claims: tree, signatures, seals, who might score what, rating, money.
 * @throws ResultFault naming the first difference
 */
export function verifyResult(text: string): Verified {
  try {
    return verifyAll(text);
  } catch (error) {
    // A line without what it must hold.
    throw error instanceof ResultFault ? error : new ResultFault(0, 'incomplete');
  }
}

function verifyAll(text: string): Verified {
  const file = readResult(text);
  checkCheckpoints(file);
  const rules = file.of('rules')[0];
  if (!rules) throw new ResultFault(1, 'incomplete');
  checkCodes(file);
  checkSeals(file, rules.line);
  if (file.checkpoints.length === 3) {
    const sheets = openSheets(file, rules.line);
    checkSecondLook(file, rules.line, sheets);
    checkRating(file, rules.line, sheets, drawRanks(file));
    checkMoney(file, rules.line);
  }
  return {
    rules: rules.line,
    parts: file.checkpoints.map(({ line }) => line.part),
    key: file.checkpoints[0]!.line.key,
  };
}

function checkCheckpoints({ lines, checkpoints }: ResultParts): void {
  for (const { at, line } of checkpoints) {
    if (line.lines !== at - 1 || line.root !== merkleRoot(lines.slice(0, at - 1))) throw new ResultFault(at, 'root');
    if (!isSigned(line)) throw new ResultFault(at, 'signature');
    if (line.key !== checkpoints[0]!.line.key) throw new ResultFault(at, 'key-changed');
  }
}

/** The kinds of lines that name a proposal, after the admissions. */
const NAMING = [
  ...(['assignment', 'recusal', 'seal', 'reseal', 'sheet', 'revision'] as const),
  ...(['extra', 'rating', 'award'] as const),
];

/** Proposals and admissions stand once each, in the order of codes; nothing else names a proposal that is not there. */
function checkCodes(file: ResultParts): void {
  const proposals = ascending(file.of('proposal'));
  const admissions = ascending(file.of('admission'));
  for (const one of [...file.of('admission')]) demandCode(one, proposals);
  for (const type of NAMING) for (const one of file.of(type)) demandCode(one, admissions);
}

function ascending(lines: readonly NumberedLine<{ code: string }>[]): Set<string> {
  for (const [index, { at, line }] of lines.entries())
    if (index > 0 && lines[index - 1]!.line.code >= line.code) throw new ResultFault(at, 'not-sorted');
  return new Set(lines.map(({ line }) => line.code));
}

function demandCode({ at, line }: NumberedLine<{ code: string }>, codes: ReadonlySet<string>): void {
  if (!codes.has(line.code)) throw new ResultFault(at, 'unknown-proposal');
}

/** A sheet for every assignment, none without one, none of a person who recused (rules 31, 32). */
function checkSeals(file: ResultParts, { secondScore }: RulesLine): void {
  const assigned = once(file.of('assignment'));
  const recused = once(file.of('recusal'));
  const sealed = once(file.of('seal'));
  for (const { at, line } of file.of('seal')) {
    if (recused.has(pairOf(line))) throw new ResultFault(at, 'recused-scored');
    if (!assigned.has(pairOf(line))) throw new ResultFault(at, 'not-assigned');
  }
  for (const { at, line } of file.of('assignment'))
    if (!sealed.has(pairOf(line))) throw new ResultFault(at, 'sheet-missing');
  for (const type of ['extra', 'reseal'] as const) {
    once(file.of(type));
    for (const { at, line } of file.of(type)) if (!sealed.has(pairOf(line))) throw new ResultFault(at, 'not-assigned');
  }
  const [amended] = file.of('reseal');
  if (amended && !secondScore) throw new ResultFault(amended.at, 'revision');
}

/** Rules 44–47: nothing but the sheets makes a place. */
function checkRating(
  file: ResultParts,
  rules: RulesLine,
  sheets: readonly OpenedSheet[],
  lot: Map<string, string>,
): void {
  const points = pointsByCode(sheets);
  const submitted = new Map(file.of('proposal').map(({ line }) => [line.code, new Date(line.submittedAt)]));
  const admitted = admittedOf(file).map(({ code }) => ({
    ...{ applicationId: code, registerCode: code, submittedAt: submitted.get(code)! },
    sheets: points.get(code) ?? [],
  }));
  const computed = rate({ ...rules, lot }, admitted);
  const written = file.of('rating');
  for (const [index, row] of computed.entries()) {
    const one = written[index];
    const at = one?.at ?? file.lines.length;
    if (!one || !isRow(one.line, row) || !hasScore(one.line, row)) throw new ResultFault(at, 'rating');
    if (lot.has(row.applicationId) !== needsLot(rules, row)) throw new ResultFault(at, 'draw');
    lot.delete(row.applicationId);
  }
  if (written.length > computed.length) throw new ResultFault(written[computed.length]!.at, 'rating');
  if (lot.size > 0) throw new ResultFault(file.of('draw').at(-1)!.at, 'draw');
}

function pointsByCode(sheets: readonly OpenedSheet[]): Map<string, SheetPoints[]> {
  const points = new Map<string, SheetPoints[]>();
  for (const { code, points: own } of sheets) {
    const before = points.get(code);
    if (before) before.push(own);
    else points.set(code, [own]);
  }
  return points;
}

const isRow = ({ code, place, tieStep }: RatingLine, row: ComputedPlace): boolean =>
  code === row.applicationId && place === row.place && tieStep === row.tieStep;

const hasScore = (line: RatingLine, { pointsSum, sheetsCount }: { pointsSum: number; sheetsCount: number }): boolean =>
  line.sheets === sheetsCount && line.pointsSum === pointsSum;

const admittedOf = (file: ResultParts): AdmissionLine[] =>
  file
    .of('admission')
    .map(({ line }) => line)
    .filter(({ decision }) => decision === 'admitted');

/** Rule 48: down the rating until the pot is spent; what the commission did not support gets nothing and moves nobody. */
function checkMoney(file: ResultParts, rules: RulesLine): void {
  const { at, line: budget } = budgetOf(file, rules);
  const requested = new Map(admittedOf(file).map(({ code, requestedKop }) => [code, requestedKop]));
  const rated = file.of('rating').map(({ line }) => ({
    ...{ applicationId: line.code, place: line.place, requestedKop: requested.get(line.code)! },
  }));
  const awards = new Map(file.of('award').map((one) => [one.line.code, one]));
  let restKop = budget.potKop;
  const isStrict = budget.way === undefined;
  const isPartialAllowed = rules.partialAward === true;
  for (const line of allocate({ ...budget, isPartialAllowed }, rated)) {
    const award = awards.get(line.applicationId);
    if (!award) throw new ResultFault(file.lines.length, 'award-missing');
    const isRight = isStrict
      ? follows(award.line, line)
      : isWithin(award.line, line, askedOf({ requestedKop: requested.get(line.applicationId)! }, budget));
    if (!isRight) throw new ResultFault(award.at, 'award');
    restKop -= award.line.amountKop;
  }
  if (restKop < 0) throw new ResultFault(at, 'pot-exceeded');
  if (file.of('award').length !== rated.length)
    throw new ResultFault(file.of('award')[0]?.at ?? file.lines.length, 'award');
}

/** Another way than the strict one: within the request and the cap, and nothing below the passing score. */
function isWithin({ outcome, amountKop }: AwardLine, { place }: AllocationLine, askedKop: number): boolean {
  if (place === null) return outcome === 'not-funded' && amountKop === 0;
  return amountKop >= 0 && amountKop <= askedKop && (outcome === 'funded') === amountKop > 0;
}

/** The money that was there at the decision: as announced, or changed by an act. */
function budgetOf(file: ResultParts, rules: RulesLine): NumberedLine<BudgetLine> {
  const budget = file.of('budget')[0];
  if (!budget || !file.of('order')[0]) throw new ResultFault(file.lines.length, 'incomplete');
  const { potKop, capKop } = budget.line;
  const isChanged = file.of('act').some(({ line }) => line.kind === 'competitions.pot-changed');
  if ((potKop !== rules.potKop && !isChanged) || capKop !== rules.capKop)
    throw new ResultFault(budget.at, 'pot-changed');
  return budget;
}

function follows({ outcome, amountKop, reason }: AwardLine, computed: AllocationLine): boolean {
  if (reason === 'not-supported') return outcome === 'not-funded' && amountKop === 0;
  // Less than the request need not be offered (rule 49).
  if (computed.isPartial && outcome === 'next') return amountKop === 0;
  return outcome === computed.outcome && amountKop === computed.amountKop;
}
