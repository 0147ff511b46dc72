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

  it('has no signatures', async () => {
    const block = { kind: 'signatures' as const, rows: [] };
    await expect(renderDocx({ title: 'x', language: 'uk', blocks: [block] })).rejects.toThrow('no signatures');
  });
});
