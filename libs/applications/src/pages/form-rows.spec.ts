import { pressed, withRows } from './form-rows.js';

describe('rows of a posted table', () => {
  it('drops blank rows and keeps the order', () => {
    const body = {
      lines: [
        { title: 'a', price: '' },
        { title: '  ', price: '' },
        { title: '', price: '5' },
      ],
    };
    expect(withRows(body, 'lines')).toEqual({
      lines: [
        { title: 'a', price: '' },
        { title: '', price: '5' },
      ],
    });
  });

  it('drops the row whose button was pressed', () => {
    const body = { action: 'remove-0', lines: [{ title: 'a' }, { title: 'b' }] };
    expect(withRows(body, 'lines')).toEqual({ action: 'remove-0', lines: [{ title: 'b' }] });
  });

  it('does not take a radio for something typed', () => {
    const body = { indicators: [{ kind: 'qualitative', title: '' }] };
    expect(withRows(body, 'indicators', ['kind'])).toEqual({ indicators: [] });
  });

  it('survives whatever was posted', () => {
    expect(withRows({}, 'lines')).toEqual({ lines: [] });
    expect(withRows({ lines: 'x' }, 'lines')).toEqual({ lines: [] });
    expect(withRows({ lines: { 0: { title: 'a' }, z: 'x' } }, 'lines')).toEqual({ lines: [{ title: 'a' }] });
  });

  it('takes a cell that is no plain value for an empty one', () => {
    const nameless = { toString: 1 };
    const lines = [{ title: 'a', price: nameless, own: ['5'], funded: null }, { title: nameless }];
    expect(withRows({ lines, action: nameless }, 'lines')).toEqual({
      lines: [{ title: 'a', price: '', own: '', funded: '' }],
      action: nameless,
    });
    expect(pressed({ action: nameless })).toBe('save');
  });

  it('knows the button', () => {
    expect(['next', 'add', 'recalculate', 'remove-3', 'save', undefined].map((action) => pressed({ action }))).toEqual([
      'next',
      'add',
      'stay',
      'stay',
      'save',
      'save',
    ]);
  });
});
