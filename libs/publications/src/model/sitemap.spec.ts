import { siteMap, siteMapIndex } from './sitemap.js';

describe('a site map', () => {
  it('names every page in both languages, and the languages of each', () => {
    const lines = siteMap('https://a.example', ['/', '/competitions/1&2']).split('\n');
    expect(lines.filter((line) => line.startsWith('<url>')).map((line) => /<loc>(.*)<\/loc>/.exec(line)![1])).toEqual([
      'https://a.example/',
      'https://a.example/en',
      'https://a.example/competitions/1&amp;2',
      'https://a.example/en/competitions/1&amp;2',
    ]);
    expect(lines[2]).toContain('hreflang="uk" href="https://a.example/"/>');
    expect(lines[2]).toContain('hreflang="en" href="https://a.example/en"/>');
  });

  it('lists its parts', () => {
    expect(siteMapIndex(['https://a.example/sitemap/1'])).toContain('<loc>https://a.example/sitemap/1</loc>');
  });
});
