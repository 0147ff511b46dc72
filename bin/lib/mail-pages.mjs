/** @typedef {import('./mailbox.mjs').Mail} Mail */

const STYLE = `
  body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1.1rem/1.5 'Noto Sans', system-ui, sans-serif; color: #111; }
  table { width: 100%; border-collapse: collapse; } th, td { padding: .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #bbb; }
  a { color: #0b4ea2; overflow-wrap: anywhere; } a:focus { outline: 3px solid #ffb000; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; padding: 1rem; background: #f4f4f2; }
  dt { font-weight: bold; } dd { margin: 0 0 .5rem; }`;

const time = new Intl.DateTimeFormat('uk-UA', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Kyiv' });

/** @param {Mail[]} mails newest last */
export function listPage(mails) {
  const rows = mails.toReversed().map(
    (mail) => `<tr><td><a href="/mail/${mail.id}">${escape(mail.subject || '—')}</a></td>
      <td>${escape(mail.to.join(', '))}</td><td>${when(mail)}</td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">Тема / Subject</th><th scope="col">Кому / To</th>
    <th scope="col">Час / Time</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const nothing = '<p>Листів ще немає. / No mail yet.</p>';
  return page('Пошта / Mail', `<p>Усього / Total: ${mails.length}</p>${mails.length > 0 ? table : nothing}`);
}

/** @param {Mail} mail */
export function mailPage(mail) {
  const files = mail.attachments.map(
    ({ name, size }, n) =>
      `<li><a href="/mail/${mail.id}/attachments/${n}">${escape(name)}</a> (${Math.ceil(size / 1024)} KB)</li>`,
  );
  return page(
    mail.subject || '—',
    `<p><a href="/">Усі листи / All mail</a></p>
    <dl><dt>Від / From</dt><dd>${escape(mail.from)}</dd><dt>Кому / To</dt><dd>${escape(mail.to.join(', '))}</dd>
    <dt>Час / Time</dt><dd>${when(mail)}</dd></dl>
    ${files.length > 0 ? `<h2>Файли / Files</h2><ul>${files.join('')}</ul>` : ''}
    <pre>${withLinks(mail.text)}</pre>${mail.html && `<p><a href="/mail/${mail.id}/html">HTML</a></p>`}`,
  );
}

function page(title, body) {
  return `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>${escape(title)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
    <body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

function when({ receivedAt }) {
  return `<time datetime="${receivedAt}">${time.format(new Date(receivedAt))}</time>`;
}

function withLinks(text) {
  return escape(text).replace(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g, (link) => `<a href="${link}">${link}</a>`);
}

function escape(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
