const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * One page with all pictures: what was missed and found, then a heading for each path, the phone beside the desk.
 * @param {{ path: string, address: string, email: string | null, language: string, width: number, name: string }[]} taken
 * @param {string[]} missed pages that did not open, each with the reason
 * @param {string[]} findings errors of the browser and pages wider than the window
 */
export function indexPage(taken, missed, findings) {
  const paths = [...new Set(taken.map(({ path }) => path))];
  const figure = ({ name, language, width, address }) =>
    `<figure><a href="${escape(name)}"><img loading="lazy" src="${escape(name)}" alt="${escape(address)}"></a><figcaption>${language}, ${width}</figcaption></figure>`;
  const section = (path) => {
    const own = taken.filter((one) => one.path === path);
    return `<h2>${escape(path)}</h2><p>${escape(own[0].email ?? 'anybody')}</p><div>${own.map(figure).join('')}</div>`;
  };
  const list = (title, lines) =>
    lines.length === 0 ? '' : `<h2>${title}</h2><ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`;
  const style =
    'body{font:16px sans-serif;margin:2rem}div{display:flex;gap:1rem;align-items:start}figure{margin:0}img{max-width:22rem;border:1px solid #999}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title><style>${style}</style>${list('Missed', missed)}${list('Findings', findings)}${paths.map(section).join('')}</html>\n`;
}
