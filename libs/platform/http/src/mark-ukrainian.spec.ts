import { markUkrainian } from './mark-ukrainian.js';

const marked = (html: string) => markUkrainian(`<body>${html}</body>`).slice('<body>'.length, -'</body>'.length);

describe('markUkrainian', () => {
  it.each([
    ['<p>Call of 2021</p>', '<p>Call of 2021</p>'],
    ['<p>Конкурс 2021 року</p>', '<p><span lang="uk">Конкурс 2021 року</span></p>'],
    ['<p>Act No. 17-од of 20 October</p>', '<p>Act No. <span lang="uk">17-од</span> of 20 October</p>'],
    [
      '<li>Decided by Ткач Ірина, ГО &quot;Три лопати&quot;, on Monday</li>',
      '<li>Decided by <span lang="uk">Ткач Ірина, ГО &quot;Три лопати&quot;,</span> on Monday</li>',
    ],
    ['<p>Обласна рада and Рада</p>', '<p><span lang="uk">Обласна рада</span> and <span lang="uk">Рада</span></p>'],
  ])('marks runs of Ukrainian words: %s', (html, expected) => expect(marked(html)).toBe(expected));

  it('leaves what is marked already, with everything in it', () => {
    const html = '<div lang="uk"><div>Мета</div> конкурсу</div>';
    expect(marked(`${html}<p>Рада</p>`)).toBe(`${html}<p><span lang="uk">Рада</span></p>`);
  });

  it('marks fields by an attribute: they hold no elements', () => {
    expect(marked('<option value="1">Сватове</option>')).toBe('<option value="1" lang="uk">Сватове</option>');
    expect(marked('<textarea rows="3">\nПил</textarea>')).toBe('<textarea rows="3" lang="uk">\nПил</textarea>');
    expect(marked('<input name="a" value="Пил > дим">')).toBe('<input name="a" value="Пил > дим" lang="uk">');
    expect(marked('<svg><text x="1">Рада</text></svg>')).toBe('<svg><text x="1" lang="uk">Рада</text></svg>');
  });

  it('touches neither attributes, nor scripts, nor comments, nor the head', () => {
    const html = '<title>Рада</title><body><!-- Рада --><a title="Рада" href="/a">A</a><script>"Рада"</script></body>';
    expect(markUkrainian(html)).toBe(html);
  });
});
