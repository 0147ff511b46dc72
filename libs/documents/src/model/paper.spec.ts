import { strongest } from './paper.js';

describe('strongest', () => {
  it('puts a КЕП before a pen, and a pen before the bare confirmation in the system', () => {
    expect(strongest([])).toBe('system');
    expect(strongest([{ form: 'paper' }])).toBe('paper');
    expect(strongest([{ form: 'paper' }, { form: 'kep' }])).toBe('kep');
  });
});
