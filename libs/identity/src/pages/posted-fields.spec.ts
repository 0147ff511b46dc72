import { postedFields } from './posted-fields.js';

describe('posted fields', () => {
  it.each([[undefined], [null], ['text'], [5], [[]], [[{ next: '/desk' }]]])('%j has none', (body) => {
    expect(postedFields(body)).toEqual({});
  });

  it('are those of a form', () => {
    expect(postedFields({ next: '/desk' })).toEqual({ next: '/desk' });
  });
});
