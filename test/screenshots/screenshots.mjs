import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { addressesOf, PEOPLE } from './addresses.mjs';
import { indexPage } from './index-page.mjs';
import { pagePaths } from './page-paths.mjs';

/*
 * npm run screenshots: a picture of every page in both languages, on a phone and on a desk, as somebody who may see it.
 * It looks at a running system with the demo world: BASE_URL and DATABASE_URL name it. ONLY=word takes the pages whose
 * path contains the word, OUT is the folder.
 */

const BASE_URL = process.env.BASE_URL ?? 'http://localhost:3000';
const OUT = resolve(process.env.OUT ?? '.data/screenshots');
const ONLY = process.env.ONLY ?? '';
const WIDTHS = [360, 1280];
const LANGUAGES = { uk: '', en: '/en' };
const PAGE_WITHIN_MS = 20_000;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

mkdirSync(OUT, { recursive: true });
const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
const visitors = new Map();
const [taken, missed, findings] = [[], [], []];
try {
  for (const path of (await pagePaths()).filter((one) => one.includes(ONLY)))
    await picture(path).catch((error) => missed.push(`${path}: ${firstLine(error)}`));
} finally {
  await browser.close();
  await client.end();
  writeFileSync(join(OUT, 'index.html'), indexPage(taken, missed, findings));
  report();
}

async function picture(path) {
  const found = await reachable(path);
  if (!found.address) return void missed.push(`${path}: ${found.why}`);
  for (const width of WIDTHS)
    for (const [language, prefix] of Object.entries(LANGUAGES)) {
      const address = prefix + found.address;
      const name = `${path.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '') || 'home'}.${language}.${width}.png`;
      findings.push(...(await shoot(found.email, address, width, join(OUT, name))));
      taken.push({ path, address, email: found.email, language, width, name });
    }
}

/** The first address and person for whom the page opens. */
async function reachable(path) {
  const addresses = await addressesOf(client, path);
  const seen = new Set();
  for (const email of PEOPLE)
    for (const address of addresses) {
      const { context } = await visitorOf(email, WIDTHS[0]);
      const answer = await context.request.get(BASE_URL + address, { maxRedirects: 0 }).catch((error) => error);
      const status = answer.status?.() ?? answer.message;
      const isPage = (answer.headers?.()['content-type'] ?? '').startsWith('text/html');
      if (status === 200 && isPage) return { address, email };
      seen.add(status === 200 ? 'no page but a file' : status);
    }
  return { why: addresses.length === 0 ? 'no id for it in the demo world' : `answers ${[...seen].join(', ')}` };
}

async function visitorOf(email, width) {
  const key = `${email} ${width}`;
  if (!visitors.has(key)) visitors.set(key, await open(email, width));
  return visitors.get(key);
}

async function open(email, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'uk-UA' });
  const page = await context.newPage();
  if (email) {
    await page.goto(`${BASE_URL}/demo`);
    await page.locator(`form:has(input[value="${email}"]) button`).first().click();
    await page.waitForURL('**/desk');
  }
  return { context, page };
}

function firstLine(error) {
  return String(error?.message ?? error).split('\n')[0];
}

/** @returns {Promise<string[]>} what is wrong with the page */
async function shoot(email, address, width, file) {
  const { page } = await visitorOf(email, width);
  const errors = [];
  const note = (message) => message.type() === 'error' && errors.push(`${address} at ${width}: ${message.text()}`);
  page.on('console', note);
  try {
    await page.goto(BASE_URL + address, { timeout: PAGE_WITHIN_MS });
    await page.screenshot({ path: file, fullPage: true, timeout: PAGE_WITHIN_MS });
  } finally {
    page.off('console', note);
  }
  const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  return over > 0 ? [...errors, `${address} at ${width}: ${over} px wider than the window`] : errors;
}

function report() {
  const list = (title, lines) =>
    lines.length > 0 && console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  console.log(`${taken.length} pictures of ${taken.length / 4} pages: ${join(OUT, 'index.html')}`);
  list('Not reached:', missed);
  list('Findings:', findings);
}
