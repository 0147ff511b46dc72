import { textParts } from './text-parts.js';

describe('addresses in a text', () => {
  it('are told apart from the words around them', () => {
    expect(textParts('Докладніше: http://x.example/a?b=1. Дякуємо')).toEqual([
      { text: 'Докладніше: ' },
      { text: 'http://x.example/a?b=1', href: 'http://x.example/a?b=1' },
      { text: '. Дякуємо' },
    ]);
  });

  it('may be none, or all', () => {
    expect(textParts('Без адрес')).toEqual([{ text: 'Без адрес' }]);
    expect(textParts('http://x.example')).toEqual([{ text: 'http://x.example', href: 'http://x.example' }]);
  });
});
