import { createHash } from 'node:crypto';
import { causeOf, lotRanks, needsLot, rate, type ComputedPlace, type SheetPoints } from '#libs/evaluation';
import { allocate } from '../allocate.js';
import { checkpoint } from './checkpoint.js';
import { encode, FORMAT, type ContentLine, type DrawLine, type Part, type RulesLine } from './lines.js';

/** mulberry32: the same sample on every machine. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const RULES: RulesLine = {
  ...{ type: 'rules', format: FORMAT, competition: '1.1-2021', organiser: '00019442', title: 'Конкурс «Луганщина»' },
  ruleSetSha256: '0'.repeat(64),
  criteria: ['aim', 'results', 'money', 'capacity'].map((key) => ({ key, title: key, maxPoints: 5 })),
  ...{ passingHundredths: 1000, tieOrder: ['criterion:aim', 'lot'] },
  ...{ secondLook: { widePoints: 8, nearPoints: 0 }, secondScore: true },
  ...{ potKop: 600_000_00, capKop: 50_000_00, closesAt: '2020-11-05T15:00:00.000Z' },
};

/** An honest file of so many proposals with three sheets each: for tests and for measuring verifiers. */
export function sampleResult(proposals: number, seed: number, key: string): string {
  const random = seeded(seed);
  const codes = Array.from({ length: proposals }, (_, one) => `1.1-2021/${String(one + 1).padStart(5, '0')}`);
  const at = (one: number) => new Date(Date.UTC(2020, 9, 6) + one * 60_000 * (1 + random(3))).toISOString();
  const received = codes.map((code, one) => ({
    ...{ code, submittedAt: at(one) },
    requestedKop: 1_000_00 + random(60_000_00),
  }));
  const admitted = received.filter(() => random(10) > 0);
  const isAdmitted = new Set(admitted);
  const scored = admitted.map(({ code }) => scoredBy(code, random));
  const sheets = scored.flatMap((one) => one.sheets);
  const revisions = scored.flatMap((one) => one.revisions);
  const rating = ratingOf(admitted, amended(sheets, revisions));
  const lines: string[] = [];
  const put = (...added: ContentLine[]) => lines.push(...added.map(encode));
  const close = (part: Part, seq: number) =>
    lines.push(encode(checkpoint(lines, { part, at: at(seq), chain: { seq, hash: hash(String(seq)) } }, key)));

  put(
    RULES,
    ...received.map(({ code, submittedAt }) => ({
      ...{ type: 'proposal' as const, code },
      submittedAt,
      sha256: hash(code),
    })),
  );
  close('closing', 1);
  for (const one of received)
    put({
      ...{ type: 'admission', code: one.code, requestedKop: one.requestedKop },
      decision: isAdmitted.has(one) ? 'admitted' : 'refused',
    });
  put(...sheets.map(({ code, expert }) => ({ type: 'assignment' as const, code, expert })));
  put(...admitted.filter(() => random(5) === 0).map(({ code }) => ({ type: 'recusal' as const, code, expert: 'e-9' })));
  put(...sheets.map(sealOf), ...revisions.map((one) => ({ ...sealOf(one), type: 'reseal' as const })));
  close('scoring', 2);
  const asLine = ({ code, expert, salt, text }: Sheet) => ({ code, expert, salt, text });
  put(...sheets.map((one) => ({ type: 'sheet' as const, ...asLine(one) })));
  put(...revisions.map((one) => ({ type: 'revision' as const, ...asLine(one) })));
  put(...scored.flatMap(({ extra }) => extra), ...drawsOf(rating));
  putDecision(put, admitted, rating);
  close('decision', 3);
  return `${lines.join('\n')}\n`;
}

interface Sheet {
  code: string;
  expert: string;
  salt: string;
  text: string;
  points: SheetPoints;
}

function sheetOf(code: string, nth: number, random: (below: number) => number): Sheet {
  const points = Object.fromEntries(RULES.criteria.map(({ key }) => [key, random(6)]));
  return {
    code,
    expert: `e-${nth}`,
    salt: hash(`${code} ${nth}`).slice(0, 32),
    text: JSON.stringify({ points }),
    points,
  };
}

/** Three people score, one of them amends at times; a fourth one scores where the condition asks for it. */
function scoredBy(code: string, random: (below: number) => number) {
  const sheets = [0, 1, 2].map((nth) => sheetOf(code, nth, random));
  const revisions = random(4) === 0 ? [revisionOf(sheets[1]!)] : [];
  const points = amended(sheets, revisions).map((one) => one.points);
  const cause = causeOf(RULES.secondLook!, points, RULES.passingHundredths);
  if (cause === null) return { sheets, revisions, extra: [] };
  return {
    revisions,
    sheets: [...sheets, sheetOf(code, 3, random)],
    extra: [{ type: 'extra' as const, code, expert: 'e-3', cause }],
  };
}

/** The aim is scored otherwise after the defence. */
function revisionOf(first: Sheet): Sheet {
  const points = { ...first.points, aim: (first.points.aim! + 1) % 6 };
  return { ...first, salt: hash(`${first.salt} again`).slice(0, 32), text: JSON.stringify({ points }), points };
}

function amended(sheets: readonly Sheet[], revisions: readonly Sheet[]): Sheet[] {
  const byPair = new Map(revisions.map((one) => [`${one.expert} ${one.code}`, one]));
  return sheets.map((sheet) => byPair.get(`${sheet.expert} ${sheet.code}`) ?? sheet);
}

const sealOf = ({ code, expert, salt, text }: Sheet) => ({
  ...{ type: 'seal' as const, code, expert, sha256: hash(text, salt) },
});

type Received = { code: string; submittedAt: string; requestedKop: number };

const SECRETS = ['перший конверт', 'другий конверт', 'третій конверт', 'четвертий конверт'];

/** The rating with the draw among those that nothing else parts. */
function ratingOf(admitted: readonly Received[], sheets: readonly Sheet[]): ComputedPlace[] {
  const byCode = new Map<string, Sheet[]>();
  for (const sheet of sheets) byCode.set(sheet.code, [...(byCode.get(sheet.code) ?? []), sheet]);
  const proposals = admitted.map(({ code, submittedAt }) => ({
    ...{ applicationId: code, registerCode: code, submittedAt: new Date(submittedAt) },
    sheets: (byCode.get(code) ?? []).map(({ points }) => points),
  }));
  const codes = rate(RULES, proposals)
    .filter((row) => needsLot(RULES, row))
    .map(({ applicationId }) => applicationId);
  return rate({ ...RULES, lot: lotRanks(SECRETS.slice(1), codes) }, proposals);
}

/** In the first round one of four does not open; the second one is without them. */
function drawsOf(rating: readonly ComputedPlace[]): DrawLine[] {
  const codes = rating.filter((row) => needsLot(RULES, row)).map(({ applicationId }) => applicationId);
  if (codes.length === 0) return [];
  const parties = SECRETS.map((secret, nth) => ({ party: `party-${nth}`, commitment: hash(secret), secret }));
  const unopened = parties.map((one, nth) => ({ ...one, secret: nth === 0 ? null : one.secret }));
  const round = { type: 'draw' as const, codes: codes.sort(), salt: '5a17' };
  return [
    { ...round, parties: unopened, isVoid: true },
    { ...round, parties: parties.slice(1), isVoid: false },
  ];
}

function putDecision(
  put: (...lines: ContentLine[]) => void,
  admitted: readonly Received[],
  rating: readonly ComputedPlace[],
): void {
  for (const { applicationId, place, pointsSum, sheetsCount, tieStep } of rating)
    put({ type: 'rating', code: applicationId, place, pointsSum, sheets: sheetsCount, tieStep });
  put({ type: 'budget', potKop: RULES.potKop, capKop: RULES.capKop });
  const requested = new Map(admitted.map(({ code, requestedKop }) => [code, requestedKop]));
  const rated = rating.map((row) => ({ ...row, requestedKop: requested.get(row.applicationId)! }));
  for (const { applicationId, outcome, amountKop } of allocate(RULES, rated))
    put({
      ...{ type: 'award', code: applicationId, outcome, amountKop },
      reason: outcome === 'not-funded' ? 'below-passing' : null,
    });
  put({ type: 'order', number: '45', signedOn: '2020-12-01' });
}

const hash = (text: string, salt = ''): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(text, 'utf8').digest('hex');
