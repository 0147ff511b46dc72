import { readFileSync } from 'node:fs';

interface Rule {
  number: number;
  enforced: string[];
  proven: { path: string; title: string }[];
}
interface Rules {
  cited(text: string): Set<number>;
  rulesOf(root: string): Rule[];
  rulesTable(root: string): string;
}
const path = '../bin/lib/rules.mjs';
const { cited, rulesOf, rulesTable } = (await import(path)) as Rules;

/** Kept in code and not yet proven by number. Take a rule out as soon as a test names it. */
const UNPROVEN = [80];

describe('docs/rules.md', () => {
  it('says what the code and its tests say; `npm run -s rules` writes it anew', () => {
    expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesTable(process.cwd()));
  });

  it('every rule that is cited has a test that names it', () => {
    const unproven = rulesOf(process.cwd()).filter(
      ({ enforced, proven }) => enforced.length > 0 && proven.length === 0,
    );
    expect(unproven.map(({ number }) => number)).toEqual(UNPROVEN);
  });

  it('reads one rule, several, and a range', () => {
    expect([...cited('// rule 7')]).toEqual([7]);
    expect([...cited('Rules 5–7, 11 and 37: who may take part')]).toEqual([5, 6, 7, 11, 37]);
    expect([...cited('the ruler 5, overrule 6, rule 81')]).toEqual([]);
  });
});
