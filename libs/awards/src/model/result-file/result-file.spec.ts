import { verify } from '../../public/verify-result.mjs';
import { checkpoint, publicKeyOf } from './checkpoint.js';
import { encode, type CheckpointLine, type ContentLine, type ResultLine } from './lines.js';
import { merkleRoot } from './merkle.js';
import { sampleResult, seeded } from './sample-result.js';
import { ResultFault } from './result-reader.js';
import { signingKeyOf } from './signing-key.js';
import { verifyResult } from './verify-result.js';

const key = signingKeyOf('a secret of this test');

interface Verdict {
  line: number | null;
  code: string | null;
}

function ours(text: string): Verdict {
  try {
    verifyResult(text);
    return { line: null, code: null };
  } catch (error) {
    const { line, code } = error as ResultFault;
    return { line, code };
  }
}

async function independent(text: string): Promise<Verdict> {
  try {
    await verify(text);
    return { line: null, code: null };
  } catch (error) {
    const { line, code } = error as Verdict;
    return { line, code };
  }
}

const WHOLE: Verdict = { line: null, code: null };

describe('the Merkle tree', () => {
  it('has the roots of RFC 6962', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    // The test vectors of the log of Certificate Transparency: the first leaf is the empty string.
    expect(merkleRoot([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });
});

describe('an honest file', () => {
  it.each([1, 2, 3, 17, 60])('of %i proposals is accepted by both verifiers', async (proposals) => {
    const text = sampleResult(proposals, proposals, key);
    expect(ours(text)).toEqual(WHOLE);
    expect(await independent(text)).toEqual(WHOLE);
  });

  it('is accepted at each moment of publication, and each part begins with the former', async () => {
    const text = sampleResult(9, 4, key);
    const ends = [...text.matchAll(/^.*"type":"checkpoint".*\n/gm)].map((match) => match.index + match[0].length);
    expect(ends.length).toBe(3);
    for (const end of ends) {
      expect(ours(text.slice(0, end))).toEqual(WHOLE);
      expect(await independent(text.slice(0, end))).toEqual(WHOLE);
    }
  });

  it('signed with another key than the one that was asked for is refused', async () => {
    await expect(verify(sampleResult(3, 1, key), publicKeyOf(signingKeyOf('another secret')))).rejects.toMatchObject({
      code: 'wrong-key',
    });
    await expect(verify(sampleResult(3, 1, key), publicKeyOf(key))).resolves.toMatchObject({ key: publicKeyOf(key) });
  });
});

describe('a draw of lots', () => {
  it('rule 47: parts what nothing else did, by an order that both verifiers compute', async () => {
    const text = sampleResult(250, 5, key);
    expect(text.includes('"tieStep":"lot"')).toBe(true);
    expect(text.includes('"isVoid":true')).toBe(true);
    expect([ours(text), await independent(text)]).toEqual([WHOLE, WHOLE]);
  });
});

describe('a changed file', () => {
  it('is refused by both verifiers at the same line, whatever one character became', async () => {
    const text = sampleResult(12, 7, key);
    const random = seeded(99);
    const accepted: string[] = [];
    for (let nth = 0; nth < 1_000; nth += 1) {
      const at = random(text.length);
      const other = String.fromCharCode(33 + random(90));
      if (other === text[at]) continue;
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      const [first, second] = [ours(changed), await independent(changed)];
      if (first.line === null || first.line !== second.line || first.code !== second.code)
        accepted.push(`${at} ${text[at]}→${other}: ${JSON.stringify([first, second])}`);
    }
    expect(accepted).toEqual([]);
  }, 120_000);

  it('with a line left out or written twice is refused', async () => {
    const lines = sampleResult(6, 3, key).trimEnd().split('\n');
    for (let at = 0; at < lines.length; at += 1) {
      const without = `${lines.toSpliced(at, 1).join('\n')}\n`;
      const twice = `${lines.toSpliced(at, 0, lines[at]!).join('\n')}\n`;
      // The last checkpoint may be missing: then the file is an unfinished part.
      expect(ours(without).code).not.toBeNull();
      expect(ours(twice).code).not.toBeNull();
      expect(await independent(twice)).toEqual(ours(twice));
      expect(await independent(without)).toEqual(ours(without));
    }
  });
});

/** A publisher who cheats holds the key: everything is sealed and signed anew after the change. */
function cheat(text: string, change: (lines: ContentLine[]) => ContentLine[]): string {
  const lines: string[] = [];
  let part: ContentLine[] = [];
  for (const line of text
    .trimEnd()
    .split('\n')
    .map((one) => JSON.parse(one) as ResultLine))
    if (line.type === 'checkpoint') {
      lines.push(...change(part).map(encode));
      lines.push(encode(checkpoint(lines, line as CheckpointLine, key)));
      part = [];
    } else part.push(line);
  return `${lines.join('\n')}\n`;
}

const mapped = (change: (line: ContentLine) => ContentLine) => (lines: ContentLine[]) => lines.map(change);

describe('a publisher who cheats and signs anew', () => {
  const text = sampleResult(250, 5, key);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ResultLine);
  const winner = lines.find((line) => line.type === 'award' && line.outcome === 'funded')! as { code: string };
  const ofWinner = (line: ContentLine, type: string) =>
    line.type === type && 'code' in line && line.code === winner.code;

  it.each<[string, string, (lines: ContentLine[]) => ContentLine[]]>([
    [
      'gives more than was asked',
      'award',
      mapped((one) => (ofWinner(one, 'award') ? ({ ...one, amountKop: 1 } as ContentLine) : one)),
    ],
    [
      'moves a proposal up',
      'rating',
      mapped((one) => (ofWinner(one, 'rating') ? ({ ...one, place: 99 } as ContentLine) : one)),
    ],
    [
      'changes points after they were sealed',
      'seal',
      mapped((one) =>
        ofWinner(one, 'sheet')
          ? ({ ...one, text: '{"points":{"aim":5,"results":5,"money":5,"capacity":5}}' } as ContentLine)
          : one,
      ),
    ],
    [
      'lets a sheet be amended where the conditions do not say so',
      'revision',
      mapped((one) => (one.type === 'rules' ? { ...one, secondScore: undefined } : one)),
    ],
    ['leaves out an amended sheet', 'sheet-missing', (all) => all.filter((one) => one.type !== 'revision')],
    [
      'forgets that a sheet was amended',
      'second-look',
      (all) => all.filter((one) => one.type !== 'revision' && one.type !== 'reseal'),
    ],
    [
      'leaves out a sheet',
      'sheet-missing',
      (all) => {
        const at = all.findIndex((one) => one.type === 'sheet');
        return at < 0 ? all : all.toSpliced(at, 1);
      },
    ],
    [
      'lets somebody score who recused',
      'recused-scored',
      (all) => {
        const at = all.findIndex((one) => one.type === 'seal');
        const seal = all[at] as { code: string; expert: string } | undefined;
        return seal ? all.toSpliced(at, 0, { type: 'recusal', code: seal.code, expert: seal.expert }) : all;
      },
    ],
    [
      'lets somebody score who was not assigned',
      'not-assigned',
      (all) => {
        const at = all.findIndex((one) => one.type === 'assignment');
        return at < 0 ? all : all.toSpliced(at, 1);
      },
    ],
    [
      'adds a proposal after the closing',
      'unknown-proposal',
      (all) =>
        all.some((one) => one.type === 'admission')
          ? [
              ...all.filter((one) => one.type === 'admission'),
              { type: 'admission', code: '1.1-2021/99999', decision: 'admitted', requestedKop: 1 },
              ...all.filter((one) => one.type !== 'admission'),
            ]
          : all,
    ],
    [
      'enlarges the pot without an act',
      'pot-changed',
      mapped((one) => (one.type === 'budget' ? { ...one, potKop: one.potKop + 1 } : one)),
    ],
    [
      'leaves out one more expert where the condition asked for one',
      'second-look',
      (all) => all.filter((one) => one.type !== 'extra'),
    ],
    [
      'names another condition than the one that was met',
      'second-look',
      mapped((one) => (one.type === 'extra' ? { ...one, cause: one.cause === 'wide' ? 'near' : 'wide' } : one)),
    ],
    [
      'opens another secret than the one that was put down',
      'draw',
      mapped((one) =>
        one.type === 'draw'
          ? { ...one, parties: one.parties.map((party) => ({ ...party, secret: party.secret && 'інший' })) }
          : one,
      ),
    ],
    ['hides the draw', 'rating', (all) => all.filter((one) => one.type !== 'draw')],
    [
      'draws again without those who opened',
      'draw',
      mapped((one) => (one.type === 'draw' && !one.isVoid ? { ...one, parties: one.parties.slice(1) } : one)),
    ],
  ])('and %s is found: %s', async (_what, code, change) => {
    const changed = cheat(text, change);
    expect(ours(changed).code).toBe(code);
    expect(await independent(changed)).toEqual(ours(changed));
  });

  it('rule 48: gives less than nothing to one and more to another by a way that the minutes name', async () => {
    const changed = cheat(
      text,
      mapped((one) => {
        if (one.type === 'budget') return { ...one, way: 'best-set' };
        return ofWinner(one, 'award') ? ({ ...one, outcome: 'next', amountKop: -1 } as ContentLine) : one;
      }),
    );
    expect(ours(changed).code).toBe('award');
    expect(await independent(changed)).toEqual(ours(changed));
  });

  it('gives a part of a kopeck: numbers are whole', async () => {
    const changed = cheat(
      text,
      mapped((one) => (ofWinner(one, 'award') ? ({ ...one, amountKop: 0.5 } as ContentLine) : one)),
    );
    expect(ours(changed).code).toBe('not-canonical');
    expect(await independent(changed)).toEqual(ours(changed));
  });

  it('may not be found where nothing was changed', async () => {
    expect(ours(cheat(text, (all) => all))).toEqual(WHOLE);
  });
});
