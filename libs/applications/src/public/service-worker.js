// Opens the pages of one's own proposals without a connection. Its scope is /applications/ (and /en/applications/).
// Keeps only pages that say so themselves, in <meta name="keep-offline" content="person">: the server writes it on the
// pages of a form for those who write it. Another person on this device, another version of this file, or signing out
// removes what was kept. What is typed is not here: see device.js.

const VERSION = 1;
const ASSETS = `spryiannia-assets-${VERSION}`;
const PAGES = `spryiannia-pages-${VERSION}-`;
const KEPT_MAX = 60;
const PAGE =
  /^(\/en)?\/applications\/[0-9a-f-]{36}(\/(about|activities|budget|indicators|files|submission|answers\/[\w-]+))?$/;
const OWNER = /<meta name="keep-offline" content="([0-9a-f-]{36})">/;

async function dropCaches(isDropped) {
  for (const name of await caches.keys())
    if (name.startsWith('spryiannia-') && isDropped(name)) await caches.delete(name);
}

async function keep(path, response) {
  if (response.status !== 200) return;
  const html = await response.text();
  const owner = OWNER.exec(html)?.[1];
  if (!owner) return dropPage(path);
  await dropCaches((name) => name !== ASSETS && name !== PAGES + owner);
  const pages = await caches.open(PAGES + owner);
  await pages.put(path, new Response(html, { headers: response.headers }));
  const kept = await pages.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - KEPT_MAX))) await pages.delete(old);
}

async function dropPage(path) {
  for (const name of await caches.keys()) if (name.startsWith(PAGES)) await (await caches.open(name)).delete(path);
}

async function keptPage(path) {
  for (const name of await caches.keys()) {
    const kept = name.startsWith(PAGES) && (await (await caches.open(name)).match(path));
    if (!kept) continue;
    // The page is told that it is not fresh.
    const html = (await kept.text()).replace('<html ', '<html data-kept ');
    return new Response(html, { headers: kept.headers });
  }
  return null;
}

const WORDS = {
  uk: [
    'Зв’язку немає',
    'Цю сторінку на цьому пристрої ще не відкривали, тому без зв’язку її не показати. Сторінки пропозиції, які Ви вже відкривали, доступні, і написане на них збережено на цьому пристрої. Пропозицію НЕ ПОДАНО, доки Ви не отримали реєстраційний номер.',
    'Назад',
  ],
  en: [
    'No connection',
    'This page was not opened on this device before, so it cannot be shown without a connection. The pages of the proposal that you have opened work, and what you wrote there is kept on this device. The proposal is NOT SUBMITTED until you have its register number.',
    'Back',
  ],
};

function noPage(path) {
  const lang = path.startsWith('/en/') ? 'en' : 'uk';
  const [title, text, back] = WORDS[lang];
  const contents = path
    .split('/')
    .slice(0, lang === 'en' ? 4 : 3)
    .join('/');
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><main><h1>${title}</h1><p>${text}</p><p><a href="${contents}">${back}</a></p></main></html>`;
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** Always the network first. A form that could not be sent leads back to its page, where the draft has all that was typed. */
async function visit(event) {
  const { request } = event;
  const { pathname, search } = new URL(request.url);
  try {
    const response = await fetch(request);
    if (request.method === 'GET' && search === '') event.waitUntil(keep(pathname, response.clone()));
    return response;
  } catch {
    if (request.method !== 'GET') return Response.redirect(pathname, 303);
    return (await keptPage(pathname)) ?? noPage(pathname);
  }
}

/** Versioned by their address: what is there is right, and the version before it is not needed any more. */
async function asset(request) {
  const assets = await caches.open(ASSETS);
  const kept = await assets.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (!response.ok) return response;
  await assets.delete(request, { ignoreSearch: true });
  await assets.put(request, response.clone());
  return response;
}

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const isOld = (name) => name !== ASSETS && !name.startsWith(PAGES);
  event.waitUntil(dropCaches(isOld).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGE.test(pathname)) event.respondWith(visit(event));
  else if (request.method === 'GET' && pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

self.addEventListener('message', (event) => {
  const { keep: path, assets = [] } = event.data ?? {};
  if (typeof path !== 'string' || !PAGE.test(path)) return;
  const own = assets.filter((address) => address.startsWith(`${self.location.origin}/assets/`));
  const visits = [
    fetch(path, { redirect: 'manual' }).then((page) => keep(path, page)),
    ...own.map((one) => asset(new Request(one))),
  ];
  event.waitUntil(Promise.allSettled(visits));
});
