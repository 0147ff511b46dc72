import { createHash } from 'node:crypto';
import { rate, type SheetPoints } from '#libs/evaluation';
import { allocate, type AllocationLine } from '../allocate.js';
import { isSigned } from './checkpoint.js';
import type { AdmissionLine, AwardLine, BudgetLine, Part, PairLine, RatingLine, RulesLine, SealLine } from './lines.js';
import { merkleRoot } from './merkle.js';
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
  checkSeals(file);
  if (file.checkpoints.length === 3) {
    const sheets = openSheets(file, rules.line);
    checkRating(file, rules.line, sheets);
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

/** Proposals and admissions stand once each, in the order of codes; nothing else names a proposal that is not there. */
function checkCodes(file: ResultParts): void {
  const proposals = ascending(file.of('proposal'));
  const admissions = ascending(file.of('admission'));
  for (const one of [...file.of('admission')]) demandCode(one, proposals);
  for (const type of ['assignment', 'recusal', 'seal', 'sheet', 'rating', 'award'] as const)
    for (const one of file.of(type)) demandCode(one, admissions);
}

function ascending(lines: readonly NumberedLine<{ code: string }>[]): Set<string> {
  for (const [index, { at, line }] of lines.entries())
    if (index > 0 && lines[index - 1]!.line.code >= line.code) throw new ResultFault(at, 'not-sorted');
  return new Set(lines.map(({ line }) => line.code));
}

function demandCode({ at, line }: NumberedLine<{ code: string }>, codes: ReadonlySet<string>): void {
  if (!codes.has(line.code)) throw new ResultFault(at, 'unknown-proposal');
}

const pairOf = ({ code, expert }: { code: string; expert: string }): string => `${expert} ${code}`;

/** A sheet for every assignment, none without one, none of a person who recused (rules 31, 32). */
function checkSeals(file: ResultParts): void {
  const assigned = once(file.of('assignment'));
  const recused = once(file.of('recusal'));
  const sealed = once(file.of('seal'));
  for (const { at, line } of file.of('seal')) {
    if (recused.has(pairOf(line))) throw new ResultFault(at, 'recused-scored');
    if (!assigned.has(pairOf(line))) throw new ResultFault(at, 'not-assigned');
  }
  for (const { at, line } of file.of('assignment'))
    if (!sealed.has(pairOf(line))) throw new ResultFault(at, 'sheet-missing');
}

function once<L extends PairLine | SealLine>(lines: readonly NumberedLine<L>[]): Map<string, L> {
  const found = new Map<string, L>();
  for (const { at, line } of lines) {
    if (found.has(pairOf(line))) throw new ResultFault(at, 'twice');
    found.set(pairOf(line), line);
  }
  return found;
}

/** The points of every sealed sheet: the sheet must open its seal, and hold every criterion inside its scale (rule 40). */
function openSheets(file: ResultParts, { criteria }: RulesLine): Map<string, SheetPoints[]> {
  const seals = once(file.of('seal'));
  const sheets = new Map<string, SheetPoints[]>();
  for (const { at, line } of file.of('sheet')) {
    const sealed = seals.get(pairOf(line));
    const hash = createHash('sha256').update(Buffer.from(line.salt, 'hex')).update(line.text, 'utf8').digest('hex');
    if (!sealed || sealed.sha256 !== hash) throw new ResultFault(at, 'seal');
    seals.delete(pairOf(line));
    const { points } = JSON.parse(line.text) as { points: SheetPoints };
    const isWhole =
      Object.keys(points).length === criteria.length &&
      criteria.every(
        ({ key, maxPoints }) => Number.isInteger(points[key]) && points[key]! >= 0 && points[key]! <= maxPoints,
      );
    if (!isWhole) throw new ResultFault(at, 'points');
    sheets.set(line.code, [...(sheets.get(line.code) ?? []), points]);
  }
  const left = file.of('seal').find(({ line }) => seals.has(pairOf(line)));
  if (left) throw new ResultFault(left.at, 'sheet-missing');
  return sheets;
}

/** Rules 44–47: nothing but the sheets makes a place. */
function checkRating(file: ResultParts, rules: RulesLine, sheets: Map<string, SheetPoints[]>): void {
  const submitted = new Map(file.of('proposal').map(({ line }) => [line.code, new Date(line.submittedAt)]));
  const admitted = admittedOf(file).map(({ code }) => ({
    ...{ applicationId: code, registerCode: code, submittedAt: submitted.get(code)! },
    sheets: sheets.get(code) ?? [],
  }));
  const computed = rate(rules, admitted);
  const written = file.of('rating');
  for (const [index, row] of computed.entries()) {
    const one = written[index];
    const at = one?.at ?? file.lines.length;
    const isSame =
      one?.line.code === row.applicationId && one.line.place === row.place && one.line.tieStep === row.tieStep;
    if (!isSame || !hasScore(one.line, row)) throw new ResultFault(at, 'rating');
  }
  if (written.length > computed.length) throw new ResultFault(written[computed.length]!.at, 'rating');
}

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
  const isPartialAllowed = rules.partialAward === true;
  for (const line of allocate({ ...budget, isPartialAllowed }, rated)) {
    const award = awards.get(line.applicationId);
    if (!award) throw new ResultFault(file.lines.length, 'award-missing');
    if (!follows(award.line, line)) throw new ResultFault(award.at, 'award');
    restKop -= award.line.amountKop;
  }
  if (restKop < 0) throw new ResultFault(at, 'pot-exceeded');
  if (file.of('award').length !== rated.length)
    throw new ResultFault(file.of('award')[0]?.at ?? file.lines.length, 'award');
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
