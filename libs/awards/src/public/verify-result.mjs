// Checks a result file of a competition (spryiannia-result/1) without trusting whoever published it.
//   node verify-result.mjs FILE [PUBLIC-KEY-HEX]     ends with 0 when everything holds, with 1 otherwise
// It needs nothing but this file and Node.js 20 or a browser of 2025 or later; the format is told in result-file.md.
const ORDER = {
  closing: ['rules', 'proposal'],
  scoring: ['admission', 'assignment', 'recusal', 'seal', 'reseal'],
  decision: ['sheet', 'revision', 'extra', 'draw', 'rating', 'act', 'budget', 'award', 'order'],
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
  revision: ['Лист змінено не за умовами конкурсу', 'A sheet was amended against the conditions'],
  'second-look': ['Другий погляд не за умовами конкурсу', 'A second look that the conditions do not ask for'],
  draw: ['Жереб не сходиться', 'The draw of lots does not hold'],
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
const total = (numbers) => numbers.reduce((sum, one) => sum + one, 0);
const compareTwo = (a, b) => (a < b ? -1 : Number(a > b));
const bytes = (text) => new TextEncoder().encode(text);
const unhex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
async function sha256(...parts) {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
}
const isPlain = (value) => value === null || typeof value !== 'object';
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(value);
  if (isPlain(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort(compareTwo);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
function parse(line, nr) {
  try {
    const value = JSON.parse(line);
    if (!isPlain(value) && canonical(value) === line) return value;
  } catch {} // what cannot be read is not canonical either
  throw new Fault(nr, 'not-canonical');
}
function read(text) {
  if (!text.endsWith('\n')) throw new Fault(0, 'not-canonical');
  const lines = text.slice(0, -1).split('\n');
  const parts = Object.keys(ORDER);
  const kinds = {};
  let [part, kind] = [0, 0];
  lines.forEach((line, index) => {
    const value = parse(line, index + 1);
    const isEnd = value.type === 'checkpoint';
    const place = isEnd ? kind : (ORDER[parts[part]]?.indexOf(value.type) ?? -1);
    if (place < kind || part === parts.length || (isEnd && value.part !== parts[part]))
      throw new Fault(index + 1, 'out-of-order');
    [part, kind] = isEnd ? [part + 1, 0] : [part, place];
    (kinds[value.type] ??= []).push({ ...value, nr: index + 1 });
  });
  if (JSON.parse(lines.at(-1)).type !== 'checkpoint') throw new Fault(lines.length, 'incomplete');
  return { lines, of: (type) => kinds[type] ?? [] };
}
/** RFC 6962: the tree is built from below; a root over n lines needs only the full subtrees of n. */
async function rootOf(level) {
  if (level.length < 2) return level[0] ?? sha256();
  const next = [];
  for (let at = 0; at < level.length; at += 2)
    next.push(at + 1 < level.length ? await sha256(Uint8Array.of(1), level[at], level[at + 1]) : level[at]);
  return rootOf(next);
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
  for (const type of ['proposal', 'admission'])
    of(type).forEach(({ nr, code }, index, all) => {
      if (index > 0 && all[index - 1].code >= code) throw new Fault(nr, 'not-sorted');
    });
  const [proposals, admissions] = ['proposal', 'admission'].map((type) => new Set(of(type).map(({ code }) => code)));
  for (const { nr, code } of of('admission')) if (!proposals.has(code)) throw new Fault(nr, 'unknown-proposal');
  const named = [...ORDER.scoring.slice(1), 'sheet', 'revision', 'extra', 'rating', 'award'];
  for (const { nr, code } of named.flatMap(of)) if (!admissions.has(code)) throw new Fault(nr, 'unknown-proposal');
}
const pairOf = ({ expert, code }) => `${expert} ${code}`;
function byPair(lines) {
  const found = new Map();
  for (const line of lines)
    if (found.has(pairOf(line))) throw new Fault(line.nr, 'twice');
    else found.set(pairOf(line), line);
  return found;
}
function byCode(lines) {
  const found = new Map();
  for (const line of lines) found.set(line.code, [...(found.get(line.code) ?? []), line]);
  return (code) => found.get(code) ?? [];
}
/** Nobody scored with a conflict or without an assignment, and everybody who was assigned scored. */
function checkPairs({ of }, { secondScore }) {
  const [assigned, recused, sealed] = ['assignment', 'recusal', 'seal'].map((type) => byPair(of(type)));
  for (const [pair, { nr }] of sealed) {
    if (recused.has(pair)) throw new Fault(nr, 'recused-scored');
    if (!assigned.has(pair)) throw new Fault(nr, 'not-assigned');
  }
  for (const [pair, { nr }] of assigned) if (!sealed.has(pair)) throw new Fault(nr, 'sheet-missing');
  for (const type of ['extra', 'reseal'])
    for (const [pair, { nr }] of byPair(of(type))) if (!sealed.has(pair)) throw new Fault(nr, 'not-assigned');
  if (of('reseal').length > 0 && !secondScore) throw new Fault(of('reseal')[0].nr, 'revision');
}
/** Each sheet compared with its seal, with its points; by pair. */
async function opened({ of }, { criteria }, seals, type) {
  const [sealed, found] = [byPair(of(seals)), new Map()];
  for (const { nr, salt, text, ...sheet } of of(type)) {
    const seal = sealed.get(pairOf(sheet));
    if (!seal || seal.sha256 !== hex(await sha256(unhex(salt), bytes(text)))) throw new Fault(nr, 'seal');
    sealed.delete(pairOf(sheet));
    const { points } = JSON.parse(text);
    const isIn = ({ key, maxPoints: most }) => Number.isInteger(points[key]) && points[key] >= 0 && points[key] <= most;
    if (Object.keys(points).length !== criteria.length || !criteria.every(isIn)) throw new Fault(nr, 'points');
    found.set(pairOf(sheet), { ...sheet, nr, points });
  }
  for (const { nr } of sealed.values()) throw new Fault(nr, 'sheet-missing');
  return found;
}
/** The sheets as they count: some were amended after the defence. */
async function openSheets(file, rules) {
  const sheets = await opened(file, rules, 'seal', 'sheet');
  for (const [pair, one] of await opened(file, rules, 'reseal', 'revision')) {
    if (canonical(one.points) === canonical(sheets.get(pair).points)) throw new Fault(one.nr, 'revision');
    sheets.set(pair, one);
  }
  return [...sheets.values()];
}
/** One more sheet exactly where the first ones met the announced condition. */
function checkSecondLook({ lines, of }, { secondLook: look, passingHundredths }, sheets) {
  const [sheetsOf, extrasOf] = [sheets, of('extra')].map(byCode);
  const extra = byPair(of('extra'));
  for (const { code } of of('admission')) {
    const base = sheetsOf(code).filter((one) => !extra.has(pairOf(one)));
    const sums = base.map((one) => total(Object.values(one.points)));
    const distance = Math.abs(total(sums) * 100 - passingHundredths * sums.length);
    const isWide = look && look.widePoints !== null && Math.max(...sums) - Math.min(...sums) > look.widePoints;
    const isNear = look && look.nearPoints !== null && distance <= look.nearPoints * 100 * sums.length;
    const cause = (sums.length > 0 && ((isWide && 'wide') || (isNear && 'near'))) || null;
    const given = extrasOf(code);
    const isAsked = given.length === Number(cause !== null) && given.every((one) => one.cause === cause);
    if (!isAsked) throw new Fault(given[0]?.nr ?? lines.length, 'second-look');
  }
}
/** What the draw gives each proposal, by its number: of the round in which all of three or more opened their secrets. */
async function ranksOf({ of }) {
  const ranks = new Map();
  for (const { nr, codes, parties, isVoid } of of('draw')) {
    for (const { secret, commitment } of parties)
      if (secret !== null && hex(await sha256(bytes(secret))) !== commitment) throw new Fault(nr, 'draw');
    const isOpen = parties.every(({ secret }) => secret !== null);
    const isDrawn = isOpen && new Set(parties.map(({ commitment }) => commitment)).size >= 3;
    if (isDrawn === isVoid || (isDrawn && nr !== of('draw').at(-1).nr)) throw new Fault(nr, 'draw');
    const seed = isDrawn && hex(await sha256(...parties.map(({ secret }) => bytes(secret))));
    if (isDrawn) for (const code of codes) ranks.set(code, hex(await sha256(bytes(`${seed} ${code}`))));
  }
  return ranks;
}
/** a/b against c/d, exactly; nothing over nothing is zero. */
const compare = ([a, b], [c, d]) => compareTwo(BigInt(a) * BigInt(d || 1), BigInt(c) * BigInt(b || 1));
/** The rating: score, then the announced steps for equal scores; the last one that was needed is named, then the number. */
function rate(rules, proposals, ranks) {
  const sum = ({ sheets }, key) => total(sheets.map((one) => (key ? one[key] : total(Object.values(one)))));
  const mean = (one, key) => [sum(one, key), one.sheets.length];
  const steps = [...rules.tieOrder, 'register-code'].map((step) => {
    if (step === 'submitted-earlier') return [step, (a, b) => a.at - b.at];
    if (step === 'register-code') return [step, (a, b) => compareTwo(a.code, b.code)];
    if (step === 'lot') return [step, (a, b) => compareTwo(ranks.get(a.code) ?? '', ranks.get(b.code) ?? '')];
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
      const needed = Math.max(-1, ...group.map((other) => (other === one ? -1 : stepBetween(one, other))));
      const tieStep = needed < 0 ? null : steps[needed][0];
      return { code: one.code, place: isPassed ? (place += 1) : null, pointsSum, sheets, tieStep };
    }),
  );
}
function checkRating({ lines, of }, rules, sheetsOf, ranks) {
  const submitted = new Map(of('proposal').map(({ code, submittedAt }) => [code, Date.parse(submittedAt)]));
  const scored = ({ code }) => ({ code, at: submitted.get(code), sheets: sheetsOf(code).map(({ points }) => points) });
  const admitted = of('admission').filter(({ decision }) => decision === 'admitted');
  const computed = rate(rules, admitted.map(scored), ranks);
  const written = of('rating');
  for (let index = 0; index < Math.max(computed.length, written.length); index += 1) {
    const { nr, type, ...line } = written[index] ?? { nr: lines.length, type: '' };
    if (!type || !computed[index] || canonical(line) !== canonical(computed[index])) throw new Fault(nr, 'rating');
    const isUnparted = ['lot', 'register-code'].includes(line.tieStep) && rules.tieOrder.includes('lot');
    if (ranks.has(line.code) !== (isUnparted && line.place !== null)) throw new Fault(nr, 'draw');
    ranks.delete(line.code);
  }
  if (ranks.size > 0) throw new Fault(of('draw').at(-1).nr, 'draw');
}
/** Down the rating until the first that does not fit; what was not supported gets nothing, and nobody gets its money. */
function checkMoney({ lines, of }, rules) {
  const [[budget], [order]] = [of('budget'), of('order')];
  if (!budget || !order) throw new Fault(lines.length, 'incomplete');
  const isSame = budget.potKop === rules.potKop || of('act').some(({ kind }) => kind === 'competitions.pot-changed');
  if (!isSame || budget.capKop !== rules.capKop) throw new Fault(budget.nr, 'pot-changed');
  const requested = new Map(of('admission').map(({ code, requestedKop }) => [code, requestedKop]));
  const awards = new Map(of('award').map((award) => [award.code, award]));
  let [rest, given, isOver] = [budget.potKop, 0, false];
  for (const { code, place } of of('rating')) {
    const asked = Math.min(requested.get(code), budget.capKop);
    const isShort = place !== null && !isOver && asked > rest; // the first that does not fit may be offered what is left
    isOver ||= isShort;
    const outcome = place === null ? 'not-funded' : isOver ? 'next' : 'funded';
    const award = awards.get(code);
    if (!award) throw new Fault(lines.length, 'award-missing');
    const expected = award.reason === 'not-supported' ? 'not-funded' : outcome;
    const isOffered = isShort && rules.partialAward === true && rest > 0 && award.outcome === 'funded';
    const isRight = award.outcome === expected && award.amountKop === (expected === 'funded' ? asked : 0);
    const isFollowing = isRight || (isOffered && award.amountKop === rest && expected === 'next');
    const isGiven = award.amountKop >= 0 && (award.outcome === 'funded') === award.amountKop > 0;
    const isWithin = place === null ? isRight : award.amountKop <= asked && isGiven;
    if (!(budget.way ? isWithin : isFollowing)) throw new Fault(award.nr, 'award');
    rest = isShort ? 0 : rest - (outcome === 'funded' ? asked : 0);
    given += award.amountKop;
  }
  if (given > budget.potKop) throw new Fault(budget.nr, 'pot-exceeded');
  if (of('award').length !== of('rating').length) throw new Fault(of('award')[0]?.nr ?? lines.length, 'award');
}
/** @returns what the file is about and which key signed it; throws a Fault naming the first difference */
export async function verify(text, expectedKey) {
  try {
    const file = read(text);
    await checkSignatures(file, expectedKey);
    const [[rules], checkpoints] = [file.of('rules'), file.of('checkpoint')];
    if (!rules) throw new Fault(1, 'incomplete');
    checkCodes(file);
    checkPairs(file, rules);
    if (checkpoints.length === 3) {
      const sheets = await openSheets(file, rules);
      checkSecondLook(file, rules, sheets);
      checkRating(file, rules, byCode(sheets), await ranksOf(file));
      checkMoney(file, rules);
    }
    return { rules, parts: checkpoints.map(({ part }) => part), key: checkpoints[0].key, lines: file.lines.length };
  } catch (error) {
    throw error instanceof Fault ? error : new Fault(0, 'incomplete'); // a line without what it must hold
  }
}
if (globalThis.process?.argv[1]) {
  const [{ readFileSync, realpathSync }, { pathToFileURL }] = [await import('node:fs'), await import('node:url')];
  const [, self, file, expectedKey] = process.argv;
  const isRun = import.meta.url === pathToFileURL(realpathSync(self)).href; // under whatever name it was saved
  if (isRun)
    await verify(readFileSync(file, 'utf8'), expectedKey).then(
      ({ rules, parts, key, lines }) =>
        console.log(`OK: ${rules.competition}, ${lines} lines, ${parts.join(' + ')}\nkey ${key}`),
      (error) => (console.log(`FAILED, line ${error.message}`), (process.exitCode = 1)),
    );
}
