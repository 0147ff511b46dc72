import { letterHtml } from './letter-html.js';

describe('letter as HTML', () => {
  it('escapes everything and links addresses', () => {
    expect(letterHtml('Пропозиція <б>\nhttps://x.example/a?b=1&c=2.\n\nЗ повагою', 'uk')).toBe(
      '<!doctype html><html lang="uk"><body><p>Пропозиція &lt;б&gt;<br>' +
        '<a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.</p>\n<p>З повагою</p></body></html>',
    );
  });
});
