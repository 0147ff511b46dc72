import { readForm } from './handle-form.js';

describe('readForm', () => {
  it('takes a form of one button, whose shape has no fields', async () => {
    class NoFields {}
    expect(await readForm(NoFields, { _csrf: 'token' })).toBeInstanceOf(NoFields);
  });
});
