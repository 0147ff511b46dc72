import { jsonInHtml } from './json-in-html.js';

describe('JSON inside a script element', () => {
  it('can neither end the element nor begin a comment, and says the same', () => {
    const value = { title: '</script><!-- <script>alert(1)</script> -->', text: 'a & b\u2028c\u2029d', sum: 600_000 };
    const written = jsonInHtml(value);
    expect(written).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(written)).toEqual(value);
  });
});
