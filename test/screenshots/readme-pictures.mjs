import { join } from 'node:path';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { addressesOf } from './addresses.mjs';
import { Visitors } from './visitors.mjs';

/*
 * The pictures of README, in docs/images: what one sees first on four pages of a running demo world (BASE_URL and
 * DATABASE_URL as in screenshots.mjs). English, for README is.
 */

const DESK = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 780 };
const PICTURES = [
  { name: 'home', path: '/', size: DESK },
  { name: 'results', path: '/competitions/:code/results', size: DESK },
  { name: 'scoring', path: '/scoring/sheets/:assignmentId', guise: 'draft', size: DESK },
  { name: 'phone', path: '/competitions/:code', guise: 'announced', size: PHONE },
  { name: 'phone-results', path: '/competitions/:code/results', size: PHONE },
];

const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const visitors = new Visitors(browser, process.env.BASE_URL ?? 'http://localhost:3000');
try {
  for (const { name, path, guise = '', size } of PICTURES) {
    const { address, email } = (await addressesOf(client, path)).find((one) => one.guise === guise);
    const page = await visitors.page(email ?? null);
    await page.setViewportSize(size);
    await page.goto(`${visitors.baseUrl}/en${address === '/' ? '' : address}`);
    await page.evaluate(`document.querySelector('.demo-banner').style.display = 'none'`);
    await page.screenshot({ path: join('docs/images', `${name}.png`) });
  }
} finally {
  await browser.close();
  await client.end();
}
