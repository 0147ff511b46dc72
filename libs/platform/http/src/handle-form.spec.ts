import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { DayField, MoneyField, OneOfField, TextField, TickField, Typed, WholeNumberField } from './form-fields.js';
import { readForm } from './handle-form.js';

describe('readForm', () => {
  it('takes a form of one button, whose shape has no fields', async () => {
    class NoFields {}
    expect(await readForm(NoFields, { _csrf: 'token' })).toBeInstanceOf(NoFields);
  });

  it('gives null for every optional field that the page did not show, in rows too', async () => {
    class Row {
      @TextField({ max: 9 }) title: string;
      @TextField({ max: 9, required: false }) place: string | null;
    }
    class PartlyShownForm {
      @TextField({ max: 9, required: false }) text: string | null;
      @MoneyField({ required: false }) sum: number | null;
      @DayField({ required: false }) day: string | null;
      @WholeNumberField({ min: 1, max: 9, required: false }) number: number | null;
      @OneOfField(['yes'], { required: false }) choice: string | null;
      @TickField() isSure = false;
      @ValidateNested({ each: true })
      @Type(() => Row)
      rows: Row[] = [];
    }
    const nothing = { text: null, sum: null, day: null, number: null, choice: null, isSure: false };
    expect({ ...(await readForm(PartlyShownForm, {})) }).toEqual({ ...nothing, rows: [] });
    expect({ ...(await readForm(PartlyShownForm, { rows: [{ title: 'Ліс' }] })) }).toEqual({
      ...nothing,
      rows: [{ title: 'Ліс', place: null }],
    });
  });

  it('keeps a field of its own that nothing checks, and drops what the shape does not name', async () => {
    class OwnForm {
      @Typed((value) => (value === 'save' ? 'save' : 'send')) act: 'save' | 'send';
    }
    expect({ ...(await readForm(OwnForm, { act: 'save', role: 'director' })) }).toEqual({ act: 'save' });
  });

  it('says that a required field is empty when the page did not show it', async () => {
    class NamedForm {
      @TextField({ max: 9 }) name: string;
    }
    const fields = [{ field: 'name', code: 'platform.required' }];
    await expect(readForm(NamedForm, {})).rejects.toMatchObject({ fields });
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
