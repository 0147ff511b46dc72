import { strFromU8, unzipSync } from 'fflate';
import { renderDocx } from './render-docx.js';

/** The text of the main part, as Word keeps it. */
async function xmlOf(...args: Parameters<typeof renderDocx>): Promise<string> {
  return strFromU8(unzipSync(await renderDocx(...args))['word/document.xml']!);
}

describe('a document to write in', () => {
  it('has headings, texts with their line breaks, and tables with a header row', async () => {
    const xml = await xmlOf({
      title: 'Форма пропозиції',
      language: 'uk',
      blocks: [
        { kind: 'heading', level: 1, text: 'Проблема і люди' },
        { kind: 'paragraph', lead: 'Підказка:', text: 'Рядок\nдругий' },
        { kind: 'table', columns: [{ title: 'Відповідь', align: 'left' }], rows: [['']] },
      ],
    });
    expect(xml).toContain('w:val="Heading1"');
    expect(xml).toContain('Проблема і люди');
    expect(xml).toMatch(/Рядок[\s\S]*<w:br\/>[\s\S]*другий/);
    expect(xml).toContain('<w:tblHeader/>');
  });

  it('keeps what people typed as text', async () => {
    const text = '<w:p>&amp; </w:t> «лапки»';
    const xml = await xmlOf({ title: 'x', language: 'uk', blocks: [{ kind: 'paragraph', text }] });
    expect(xml).toContain('&lt;w:p&gt;&amp;amp; &lt;/w:t&gt; «лапки»');
  });

  it('opens as the paper does: day, place and number on one line', async () => {
    const issuedAt = new Date('2020-11-10T12:00:00Z');
    const xml = await xmlOf({ title: 'Протокол', language: 'uk', issuedAt, place: 'м. Київ', number: '2', blocks: [] });
    const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text!.replaceAll('\u00a0', ' '));
    expect(words).toEqual(['Протокол', '10 листопада 2020 року', 'м. Київ', '№ 2']);
    expect(xml.match(/<w:tab\/>/g)).toHaveLength(2);
  });

  it('counts every list from one', async () => {
    const list = { kind: 'list' as const, ordered: true, items: ['раз', 'два'] };
    const xml = await xmlOf({ title: 'x', language: 'uk', blocks: [list, { kind: 'space' }, list] });
    const numbers = [...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(numbers).toHaveLength(4);
    expect(new Set(numbers).size).toBe(2);
  });

  it('is signed with what stands for the signature, or on a line', async () => {
    const rows = [
      { position: 'голова', name: 'Леся Коваль', mark: 'підтверджено в системі' },
      { position: 'секретар', name: 'Іван Мак', mark: '' },
    ];
    const xml = await xmlOf({ title: 'x', language: 'uk', blocks: [{ kind: 'signatures', rows }] });
    expect(xml).toContain('підтверджено в системі');
    expect(xml.match(/<w:bottom w:val="single"/g)).toHaveLength(1);
  });
});
