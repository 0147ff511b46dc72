import { readFileSync } from 'node:fs';
import { holds, SYSTEM, VISITOR, type Actor } from '#libs/platform/access';
import { competitionPolicy } from '../access/competition.policy.js';
import { ACT_KINDS } from './act.js';
import { COMPETITION_STATES, type CompetitionState } from './competition.js';
import { COMPETITION_ACTIONS, competitionLifecycle, type CompetitionSubject } from './competition.lifecycle.js';

const CLOSES = new Date('2020-11-05T16:00:00Z');
const free: CompetitionSubject = {
  now: new Date('2020-11-06T10:00:00Z'),
  closesAt: CLOSES,
  missingCount: 0,
  obstacles: [],
  stoppedFrom: 'scoring',
};

const MOVING = ['announced', 'admission', 'scoring', 'rated'];
const rows = (states: string[], action: string, to: string): [string, string][] =>
  states.map((state) => [`${state} ${action}`, to || state]);

const STEPS: Record<string, CompetitionState> = {
  'draft publish': 'announced',
  'announced open-proposals': 'admission',
  'admission start-scoring': 'scoring',
  'scoring rate': 'rated',
  'rated decide': 'decided',
  ...Object.fromEntries([
    ...rows(MOVING, 'suspend', 'suspended'),
    ...rows([...MOVING, 'suspended'], 'cancel', 'cancelled'),
    ...rows([...MOVING, 'suspended'], 'not-held', 'not-held'),
    ...rows(MOVING, 'change-pot', ''),
  ]),
  // Back to where it was stopped.
  'suspended resume': 'scoring',
  'announced extend': 'announced',
};

describe('competitionLifecycle', () => {
  it.each(
    COMPETITION_STATES.flatMap((state) =>
      [...COMPETITION_ACTIONS, ...ACT_KINDS].map((action) => [state, action] as const),
    ),
  )('%s × %s', (state, action) => {
    const expected = STEPS[`${state} ${action}`];
    if (expected) expect(competitionLifecycle.next(state, action, free)).toBe(expected);
    else
      expect(() => competitionLifecycle.next(state, action, free)).toThrow(
        expect.objectContaining({ code: 'competitions.not-now' }),
      );
  });

  it('rule 16: proposals stay sealed through the closing second', () => {
    const reason = (now: string) =>
      competitionLifecycle.available('announced', 'officer', { ...free, now: new Date(now) })[0]!.reason;
    expect(reason('2020-11-05T16:00:00.000Z')).toBe('competitions.reception-open');
    expect(reason('2020-11-05T16:00:00.999Z')).toBe('competitions.reception-open');
    expect(reason('2020-11-05T16:00:01.000Z')).toBe(null);
  });

  it('is not declared not held while proposals are still received', () => {
    const early = { ...free, now: new Date('2020-11-05T15:00:00Z') };
    expect(() => competitionLifecycle.next('announced', 'not-held', early)).toThrow('competitions.reception-open');
    expect(competitionLifecycle.next('announced', 'cancel', early)).toBe('cancelled');
  });

  it('rule 18: nothing is announced while something is missing', () => {
    const [publish] = competitionLifecycle.available('draft', 'officer', { ...free, missingCount: 1 });
    expect(publish).toEqual({ action: 'publish', reason: 'competitions.settings-missing' });
  });

  it('passes on what stands in the way in upper libs', () => {
    const subject = { ...free, obstacles: ['evaluation.no-chair', 'evaluation.too-few'] };
    expect(competitionLifecycle.available('draft', 'officer', subject)[0]!.reason).toBe('evaluation.no-chair');
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain('```mermaid\n' + competitionLifecycle.diagram() + '\n```');
  });
});

describe('competitionPolicy', () => {
  const person = (role: string, scopeId: string): Actor => ({
    kind: 'person',
    personId: 'p',
    fullName: '',
    email: '',
    grants: [{ role, scopeKind: 'organiser', scopeId }],
  });
  const actors = {
    officer: person('officer', 'o'),
    director: person('director', 'o'),
    stranger: person('officer', 'other'),
    visitor: VISITOR,
    system: SYSTEM,
  };
  const allowed = (rule: keyof typeof competitionPolicy, state: CompetitionState) =>
    Object.entries(actors)
      .filter(([, actor]) => competitionPolicy[rule].allows(actor, { organiserId: 'o', state }))
      .map(([name]) => name);

  it('a draft is seen by the staff of its organiser only', () => {
    expect(allowed('see', 'draft')).toEqual(['officer', 'director', 'system']);
    expect(allowed('see', 'announced')).toEqual(Object.keys(actors));
  });

  it('rule 1: settings are edited by the officer until the announcement', () => {
    expect(allowed('edit', 'draft')).toEqual(['officer']);
    for (const state of COMPETITION_STATES.slice(1)) expect(allowed('edit', state)).toEqual([]);
  });

  it('every step is up to the role that the table names', () => {
    const ruleOf = (action: string) => (ACT_KINDS.some((kind) => kind === action) ? 'confirm-act' : action);
    for (const { action, who } of competitionLifecycle.transitions) {
      const expected = Object.entries(actors)
        .filter(([, actor]) => holds(actor, [who[0]!], 'o') || (who[0] === 'system' && actor.kind === 'system'))
        .map(([name]) => name);
      expect([action, allowed(ruleOf(action) as keyof typeof competitionPolicy, 'announced')]).toEqual([
        action,
        expected,
      ]);
    }
  });
});
