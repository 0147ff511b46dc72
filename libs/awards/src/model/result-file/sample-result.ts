import { createHash } from 'node:crypto';
import { rate, type SheetPoints } from '#libs/evaluation';
import { allocate } from '../allocate.js';
import { checkpoint } from './checkpoint.js';
import { encode, FORMAT, type ContentLine, type Part, type RulesLine } from './lines.js';

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
  ...{ passingHundredths: 1000, tieOrder: ['criterion:aim', 'submitted-earlier'] },
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
  const sheets = admitted.flatMap(({ code }) => [0, 1, 2].map((nth) => sheetOf(code, nth, random)));
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
  put(
    ...sheets.map(({ code, expert, salt, text }) => ({
      type: 'seal' as const,
      code,
      expert,
      sha256: hash(text, salt),
    })),
  );
  close('scoring', 2);
  put(...sheets.map(({ code, expert, salt, text }) => ({ type: 'sheet' as const, code, expert, salt, text })));
  putDecision(put, admitted, sheets);
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

type Received = { code: string; submittedAt: string; requestedKop: number };

function putDecision(
  put: (...lines: ContentLine[]) => void,
  admitted: readonly Received[],
  sheets: readonly Sheet[],
): void {
  const points = new Map(admitted.map(({ code }) => [code, [] as SheetPoints[]]));
  for (const sheet of sheets) points.get(sheet.code)!.push(sheet.points);
  const rating = rate(
    RULES,
    admitted.map(({ code, submittedAt }) => ({
      ...{ applicationId: code, registerCode: code, submittedAt: new Date(submittedAt) },
      sheets: points.get(code)!,
    })),
  );
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
