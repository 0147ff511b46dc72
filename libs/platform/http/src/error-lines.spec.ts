import { errorLines } from './error-lines.js';

const lines = (...fields: string[]) =>
  errorLines(
    fields.map((field) => ({ field, code: 'platform.choose' })),
    'uk',
  ).map(({ line }) => line);

describe('the summary of errors', () => {
  it('names the row where several rows say the same', () => {
    const [first, third] = lines('lines[0][group]', 'lines[2][group]');
    expect(first).toBe(`Рядок 1: ${lines('group')[0]}`);
    expect(third).toBe(`Рядок 3: ${lines('group')[0]}`);
  });

  it('leaves alone what is said once, and what stands in no row', () => {
    const [alone] = lines('lines[4][group]');
    expect(lines('opensAt', 'closesAt')).toEqual([alone, alone]);
  });

  it('leaves the message at the field as it is', () => {
    const [first] = errorLines(
      [
        { field: 'a[0][b]', code: 'platform.choose' },
        { field: 'a[1][b]', code: 'platform.choose' },
      ],
      'en',
    );
    expect(first!.line).toBe(`Row 1: ${first!.text}`);
  });
});
