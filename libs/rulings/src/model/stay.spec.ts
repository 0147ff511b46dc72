import { codesIn } from './ruling.js';
import { stayOver, type Stay } from './stay.js';

const stay = (id: string, applicationIds: string[] = []): Stay => ({
  ...{ id, court: 'Суд', caseNumber: '1', ruledOn: '2021-02-01', isWhole: applicationIds.length === 0, applicationIds },
});

describe('a stay', () => {
  it('of the whole competition holds every proposal', () => {
    expect(stayOver([stay('a')], ['one'])?.id).toBe('a');
    expect(stayOver([stay('a')], 'all')?.id).toBe('a');
  });

  it('of named proposals holds these only, and the order that decides on all of them', () => {
    const stays = [stay('a', ['one']), stay('b', ['two'])];
    expect(stayOver(stays, ['two', 'three'])?.id).toBe('b');
    expect(stayOver(stays, ['three'])).toBeUndefined();
    expect(stayOver(stays, 'all')?.id).toBe('a');
    expect(stayOver([], 'all')).toBeUndefined();
  });
});

describe('register codes', () => {
  it('are typed by commas, spaces or lines, each counts once', () => {
    expect(codesIn(' 1.1-2021/003, 1.1-2021/004;\n1.1-2021/003 ')).toEqual(['1.1-2021/003', '1.1-2021/004']);
    expect(codesIn(null)).toEqual([]);
  });
});
