import { callField, errorLines } from './error-lines.js';

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

  it('calls a field by its label where the words fit every field', () => {
    const errors = [
      { field: 'familyName', code: 'platform.required' },
      { field: 'lines[1][title]', code: 'platform.required' },
      { field: 'reason', code: 'identity.reason' },
    ];
    const found = errorLines(errors, 'uk');
    for (const [field, label] of Object.entries({ familyName: 'Прізвище', 'lines[1][title]': 'Назва', reason: 'Чому' }))
      callField(found, errors, field, label, 'uk');
    expect(found[0]!.line).toBe('Прізвище: заповніть це поле');
    expect(found[1]!.line).toBe('Рядок 2: Назва: заповніть це поле');
    expect(found[2]!.line).toBe(found[2]!.text);
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
