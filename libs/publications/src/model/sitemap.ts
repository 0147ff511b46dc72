const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The list of the parts of a site map. Addresses are whole. */
export function siteMapIndex(addresses: readonly string[]): string {
  const lines = addresses.map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>\n`);
  return `${HEAD}<sitemapindex xmlns="${SCHEMA}">\n${lines.join('')}</sitemapindex>\n`;
}

/** One part: every page in both languages. Paths come without the language prefix. */
export function siteMap(origin: string, paths: readonly string[]): string {
  const lines = paths.flatMap((path) => {
    const uk = escaped(origin + path);
    const en = escaped(`${origin}/en${path === '/' ? '' : path}`);
    const links = `<xhtml:link rel="alternate" hreflang="uk" href="${uk}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/>`;
    return [uk, en].map((address) => `<url><loc>${address}</loc>${links}</url>\n`);
  });
  const names = `xmlns="${SCHEMA}" xmlns:xhtml="http://www.w3.org/1999/xhtml"`;
  return `${HEAD}<urlset ${names}>\n${lines.join('')}</urlset>\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
