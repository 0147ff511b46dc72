import { unzipSync } from 'fflate';
import { zipOf, type ZipEntry } from './zip.js';

async function* several(): AsyncIterable<ZipEntry> {
  yield { name: 'Договір № 1-2020 (00000017).pdf', content: Buffer.from('перший') };
  yield { name: 'порожній.pdf', content: Buffer.alloc(0) };
  yield { name: 'Договір № 2-2020.pdf', content: Buffer.alloc(70_000, 7) };
}

describe('an archive of contracts', () => {
  it('is read by others, with its names and every byte', async () => {
    const parts: Buffer[] = [];
    for await (const part of zipOf(several())) parts.push(part);
    const found = unzipSync(Buffer.concat(parts));
    expect(Object.keys(found)).toEqual(['Договір № 1-2020 (00000017).pdf', 'порожній.pdf', 'Договір № 2-2020.pdf']);
    expect(Buffer.from(found['Договір № 1-2020 (00000017).pdf']!).toString()).toBe('перший');
    expect(found['Договір № 2-2020.pdf']).toHaveLength(70_000);
  });
});
