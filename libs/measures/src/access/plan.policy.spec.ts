import { SYSTEM, VISITOR, type Actor } from '#libs/platform/access';
import { planPolicy } from './plan.policy.js';

const subject = { organiserId: 'ours' };

function person(role: string, scopeKind: 'system' | 'organiser', scopeId: string | null): Actor {
  return { ...VISITOR, kind: 'person', personId: 'p', grants: [{ role, scopeKind, scopeId }] };
}

describe('who may enter a plan', () => {
  it.each<[string, Actor, boolean]>([
    ['the system', SYSTEM, true],
    ['an officer of the authority', person('officer', 'organiser', 'ours'), true],
    ['an officer of another authority', person('officer', 'organiser', 'theirs'), false],
    ['the director of the authority', person('director', 'organiser', 'ours'), false],
    ['an administrator of another authority', person('administrator', 'organiser', 'theirs'), false],
    ['an administrator of the whole system', person('administrator', 'system', null), true],
    ['a visitor', VISITOR, false],
  ])('%s', (_who, actor, may) => {
    expect(planPolicy.import.allows(actor, subject)).toBe(may);
    expect(planPolicy.see.allows(actor, subject)).toBe(true);
  });
});
