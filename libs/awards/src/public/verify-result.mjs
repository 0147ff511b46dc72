// Checks a result file of a competition (spryiannia-result/1) without trusting whoever published it.
//   node verify-result.mjs FILE [PUBLIC-KEY-HEX]     ends with 0 when everything holds, with 1 otherwise
// It needs nothing but this file and Node.js 20 or a browser of 2025 or later; the format is told in result-file.md.

const ORDER = {
  closing: ['rules', 'proposal'],
  scoring: ['admission', 'assignment', 'recusal', 'seal'],
  decision: ['sheet', 'rating', 'act', 'budget', 'award', 'order'],
};

/** What is wrong, in words: Ukrainian, English. */
export const WORDS = {
  'not-canonical': ['Рядок записано не в установленій формі', 'The line is not written in the set form'],
  'out-of-order': ['Рядок стоїть не на своєму місці', 'The line is out of its order'],
  'not-sorted': ['Пропозиції стоять не за номерами', 'Proposals are not in the order of their numbers'],
  twice: ['Те саме записано двічі', 'The same thing is written twice'],
  'unknown-proposal': ['Такої пропозиції у файлі немає', 'There is no such proposal in the file'],
  root: ['Рядки змінено після підпису: корінь дерева інший', 'Lines were changed after the signature: another root'],
  signature: ['Підпис не сходиться', 'The signature does not fit'],
  'key-changed': ['Частини підписано різними ключами', 'The parts are signed with different keys'],
  'wrong-key': ['Підписано не тим ключем, який Ви назвали', 'Signed with a key other than the one you named'],
  'recused-scored': ['Оцінила особа, яка мала конфлікт інтересів', 'Scored by a person with a conflict of interest'],
  'not-assigned': ['Оцінила особа, якій пропозицію не призначено', 'Scored by a person it was not assigned to'],
  'sheet-missing': ['Немає оціночного листа', 'A score sheet is missing'],
  seal: ['Бали не ті, що були запечатані', 'The points are not those that were sealed'],
  points: ['Бали поза шкалою або не за всіма критеріями', 'Points outside the scale, or not for every criterion'],
  rating: ['Рейтинг не випливає з балів', 'The rating does not follow from the points'],
  'pot-changed': ['Обсяг коштів змінено без акта', 'The pot was changed without an act'],
  award: ['Рішення про кошти не випливає з рейтингу', 'The award does not follow from the rating'],
  'award-missing': ['Для пропозиції немає рішення про кошти', 'A proposal has no decision on money'],
  'pot-exceeded': ['Роздано більше, ніж було', 'More was given than there was'],
  incomplete: ['Файл неповний', 'The file is incomplete'],
};

export class Fault extends Error {
  constructor(line, code) {
    super(`${line}: ${WORDS[code].join(' / ')}`);
    Object.assign(this, { line, code });
  }
}

const bytes = (text) => new TextEncoder().encode(text);
const unhex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
async function sha256(...parts) {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function read(text) {
  if (!text.endsWith('\n')) throw new Fault(0, 'not-canonical');
  const lines = text.slice(0, -1).split('\n');
  const parts = Object.keys(ORDER);
  const kinds = {};
  let [part, kind] = [0, 0];
  lines.forEach((line, index) => {
    const at = index + 1;
    let value;
    try {
      value = JSON.parse(line);
    } catch {
      throw new Fault(at, 'not-canonical');
    }
    if (value === null || typeof value !== 'object' || canonical(value) !== line) throw new Fault(at, 'not-canonical');
    if (part === parts.length) throw new Fault(at, 'out-of-order');
    if (value.type === 'checkpoint') {
      if (value.part !== parts[part]) throw new Fault(at, 'out-of-order');
      [part, kind] = [part + 1, 0];
    } else {
      const place = ORDER[parts[part]].indexOf(value.type);
      if (place < kind) throw new Fault(at, 'out-of-order');
      kind = place;
    }
    (kinds[value.type] ??= []).push({ ...value, nr: at });
  });
  if (JSON.parse(lines.at(-1)).type !== 'checkpoint') throw new Fault(lines.length, 'incomplete');
  return { lines, of: (type) => kinds[type] ?? [] };
}

/** RFC 6962: the tree is built from below; a root over n lines needs only the full subtrees of n. */
async function rootOf(leaves) {
  if (leaves.length === 0) return sha256();
  let level = leaves;
  while (level.length > 1) {
    const next = [];
    for (let at = 0; at + 1 < level.length; at += 2)
      next.push(await sha256(Uint8Array.of(1), level[at], level[at + 1]));
    if (level.length % 2 === 1) next.push(level.at(-1));
    level = next;
  }
  return level[0];
}

async function checkSignatures({ lines, of }, expectedKey) {
  const leaves = [];
  const checkpoints = of('checkpoint');
  for (const { nr, signature, ...unsigned } of checkpoints) {
    while (leaves.length < nr - 1) leaves.push(await sha256(Uint8Array.of(0), bytes(lines[leaves.length])));
    if (unsigned.lines !== nr - 1 || unsigned.root !== hex(await rootOf(leaves))) throw new Fault(nr, 'root');
    if (!/^[0-9a-f]{64}$/.test(unsigned.key) || !/^[0-9a-f]{128}$/.test(signature)) throw new Fault(nr, 'signature');
    const key = await crypto.subtle.importKey('raw', unhex(unsigned.key), { name: 'Ed25519' }, false, ['verify']);
    const isRight = await crypto.subtle.verify('Ed25519', key, unhex(signature), bytes(canonical(unsigned)));
    if (!isRight) throw new Fault(nr, 'signature');
    if (unsigned.key !== checkpoints[0].key) throw new Fault(nr, 'key-changed');
    if (expectedKey && unsigned.key !== expectedKey) throw new Fault(nr, 'wrong-key');
  }
}

function checkCodes({ of }) {
  const codesOf = (type) => {
    of(type).forEach(({ nr, code }, index, all) => {
      if (index > 0 && all[index - 1].code >= code) throw new Fault(nr, 'not-sorted');
    });
    return new Set(of(type).map(({ code }) => code));
  };
  const [proposals, admissions] = [codesOf('proposal'), codesOf('admission')];
  for (const { nr, code } of of('admission')) if (!proposals.has(code)) throw new Fault(nr, 'unknown-proposal');
  for (const type of ['assignment', 'recusal', 'seal', 'sheet', 'rating', 'award'])
    for (const { nr, code } of of(type)) if (!admissions.has(code)) throw new Fault(nr, 'unknown-proposal');
}

function byPair(lines) {
  const found = new Map();
  for (const line of lines) {
    const pair = `${line.expert} ${line.code}`;
    if (found.has(pair)) throw new Fault(line.nr, 'twice');
    found.set(pair, line);
  }
  return found;
}

/** Nobody scored with a conflict or without an assignment, and everybody who was assigned scored. */
function checkPairs({ of }) {
  const [assigned, recused, sealed] = ['assignment', 'recusal', 'seal'].map((type) => byPair(of(type)));
  for (const [pair, { nr }] of sealed) {
    if (recused.has(pair)) throw new Fault(nr, 'recused-scored');
    if (!assigned.has(pair)) throw new Fault(nr, 'not-assigned');
  }
  for (const [pair, { nr }] of assigned) if (!sealed.has(pair)) throw new Fault(nr, 'sheet-missing');
}

/** Points by proposal, each sheet compared with its seal. */
async function openSheets({ of }, { criteria }) {
  const sealed = byPair(of('seal'));
  const sheets = new Map(of('admission').map(({ code }) => [code, []]));
  for (const { nr, code, expert, salt, text } of of('sheet')) {
    const seal = sealed.get(`${expert} ${code}`);
    if (!seal || seal.sha256 !== hex(await sha256(unhex(salt), bytes(text)))) throw new Fault(nr, 'seal');
    sealed.delete(`${expert} ${code}`);
    const { points } = JSON.parse(text);
    const isInScale = ({ key, maxPoints }) =>
      Number.isInteger(points[key]) && points[key] >= 0 && points[key] <= maxPoints;
    if (Object.keys(points).length !== criteria.length || !criteria.every(isInScale)) throw new Fault(nr, 'points');
    sheets.get(code).push(points);
  }
  for (const { nr } of sealed.values()) throw new Fault(nr, 'sheet-missing');
  return sheets;
}

const total = (numbers) => numbers.reduce((sum, one) => sum + one, 0);
/** a/b against c/d, exactly; nothing over nothing is zero. */
const compare = ([a, b], [c, d]) => {
  const difference = BigInt(a) * BigInt(d || 1) - BigInt(c) * BigInt(b || 1);
  return difference < 0n ? -1 : Number(difference > 0n);
};

/** The rating from the sheets: score, then the announced steps for equal scores, then the number of the proposal. */
function rate(rules, proposals) {
  const mean = (one, key) => [
    total(one.sheets.map((points) => (key ? points[key] : total(Object.values(points))))),
    one.sheets.length,
  ];
  const steps = [...rules.tieOrder, 'register-code'].map((step) => {
    if (step === 'submitted-earlier') return [step, (a, b) => a.at - b.at];
    if (step === 'register-code') return [step, (a, b) => (a.code < b.code ? -1 : Number(a.code > b.code))];
    const key = step.replace(/^criterion:/, '');
    return [step, (a, b) => compare(mean(b, key), mean(a, key))];
  });
  const byScore = (a, b) => Number(!a.sheets.length) - Number(!b.sheets.length) || compare(mean(b), mean(a));
  const stepBetween = (a, b) => steps.findIndex(([, order]) => order(a, b) !== 0);
  const sorted = [...proposals].sort((a, b) => byScore(a, b) || steps[stepBetween(a, b)][1](a, b));
  const groups = [];
  for (const one of sorted)
    if (groups.length && byScore(groups.at(-1)[0], one) === 0) groups.at(-1).push(one);
    else groups.push([one]);
  let place = 0;
  return groups.flatMap((group) =>
    group.map((one) => {
      const [pointsSum, sheets] = mean(one);
      const isPassed = sheets > 0 && compare([pointsSum, sheets], [rules.passingHundredths, 100]) >= 0;
      // The step that told a proposal from the others with the same score is the last one it needed.
      const needed = Math.max(-1, ...group.map((other) => (other === one ? -1 : stepBetween(one, other))));
      const tieStep = needed < 0 ? null : steps[needed][0];
      return { code: one.code, place: isPassed ? (place += 1) : null, pointsSum, sheets, tieStep };
    }),
  );
}

function checkRating({ lines, of }, rules, sheets) {
  const submitted = new Map(of('proposal').map(({ code, submittedAt }) => [code, Date.parse(submittedAt)]));
  const admitted = of('admission').filter(({ decision }) => decision === 'admitted');
  const computed = rate(
    rules,
    admitted.map(({ code }) => ({ code, at: submitted.get(code), sheets: sheets.get(code) })),
  );
  const written = of('rating');
  for (let index = 0; index < Math.max(computed.length, written.length); index += 1) {
    const { nr, type, ...line } = written[index] ?? { nr: lines.length, type: '' };
    if (!type || !computed[index] || canonical(line) !== canonical(computed[index])) throw new Fault(nr, 'rating');
  }
}

/** Down the rating until the first that does not fit, which may be offered what is left; below the passing score nothing. */
function allocate({ potKop, capKop }, rating, requested, isPartialAllowed) {
  let [rest, isOver] = [potKop, false];
  const passed = rating.filter(({ place }) => place !== null);
  const lines = passed.map(({ code }) => {
    const asked = Math.min(requested.get(code), capKop);
    if (!isOver && asked > rest && isPartialAllowed && rest > 0) {
      const left = rest;
      [rest, isOver] = [0, true];
      return [code, 'funded', left, true];
    }
    isOver ||= asked > rest;
    rest -= isOver ? 0 : asked;
    return isOver ? [code, 'next', 0, false] : [code, 'funded', asked, false];
  });
  return [...lines, ...rating.filter(({ place }) => place === null).map(({ code }) => [code, 'not-funded', 0, false])];
}

/** What the commission did not support gets nothing, and nobody else gets its money. */
function checkMoney({ lines, of }, rules) {
  const [[budget], [order]] = [of('budget'), of('order')];
  if (!budget || !order) throw new Fault(lines.length, 'incomplete');
  const isChanged =
    budget.potKop !== rules.potKop && !of('act').some(({ kind }) => kind === 'competitions.pot-changed');
  if (isChanged || budget.capKop !== rules.capKop) throw new Fault(budget.nr, 'pot-changed');
  const requested = new Map(of('admission').map(({ code, requestedKop }) => [code, requestedKop]));
  const awards = new Map(of('award').map((award) => [award.code, award]));
  let given = 0;
  const allocation = allocate(budget, of('rating'), requested, rules.partialAward === true);
  for (const [code, outcome, amountKop, isPartial] of allocation) {
    const award = awards.get(code);
    if (!award) throw new Fault(lines.length, 'award-missing');
    let expected = award.reason === 'not-supported' ? ['not-funded', 0] : [outcome, amountKop];
    if (isPartial && award.outcome === 'next') expected = ['next', 0]; // less than the request need not be offered
    if (award.outcome !== expected[0] || award.amountKop !== expected[1]) throw new Fault(award.nr, 'award');
    given += award.amountKop;
  }
  if (given > budget.potKop) throw new Fault(budget.nr, 'pot-exceeded');
  if (of('award').length !== of('rating').length) throw new Fault(of('award')[0]?.nr ?? lines.length, 'award');
}

/** @returns what the file is about and which key signed it; throws a Fault naming the first difference */
export async function verify(text, expectedKey) {
  try {
    return await verifyAll(text, expectedKey);
  } catch (error) {
    throw error instanceof Fault ? error : new Fault(0, 'incomplete'); // a line without what it must hold
  }
}

async function verifyAll(text, expectedKey) {
  const file = read(text);
  await checkSignatures(file, expectedKey);
  const [rules] = file.of('rules');
  if (!rules) throw new Fault(1, 'incomplete');
  checkCodes(file);
  checkPairs(file);
  const checkpoints = file.of('checkpoint');
  if (checkpoints.length === 3) {
    const sheets = await openSheets(file, rules);
    checkRating(file, rules, sheets);
    checkMoney(file, rules);
  }
  return { rules, parts: checkpoints.map(({ part }) => part), key: checkpoints[0].key, lines: file.lines.length };
}

if (globalThis.process?.argv[1]?.endsWith('verify-result.mjs')) {
  const { readFileSync } = await import('node:fs');
  try {
    const { rules, parts, key, lines } = await verify(readFileSync(process.argv[2], 'utf8'), process.argv[3]);
    console.log(`OK: ${rules.competition}, ${lines} lines, ${parts.join(' + ')}\nkey ${key}`);
  } catch (error) {
    console.log(`FAILED, line ${error.message}`);
    process.exitCode = 1;
  }
}
