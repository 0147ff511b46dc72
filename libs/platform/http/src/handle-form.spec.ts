import { MoneyField } from './form-fields.js';
import { readForm } from './handle-form.js';

describe('readForm', () => {
  it('takes a form of one button, whose shape has no fields', async () => {
    class NoFields {}
    expect(await readForm(NoFields, { _csrf: 'token' })).toBeInstanceOf(NoFields);
  });

  it.each([
    ['сто', 'platform.money'],
    ['99999999999999999', 'platform.money-too-large'],
  ])('says what is wrong with the sum «%s»', async (sum, code) => {
    class SumForm {
      @MoneyField() sum: number;
    }
    await expect(readForm(SumForm, { sum })).rejects.toMatchObject({ fields: [{ field: 'sum', code }] });
  });
});
