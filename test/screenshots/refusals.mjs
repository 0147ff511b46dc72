import { addressesOf } from './addresses.mjs';

/** Forms of the main ways that come back with errors when nothing is typed, and words where a number or a day belongs. */
const FORMS = [
  ...['/sign-in', '/sign-up', '/password-reset', '/organisations/new', '/claims/new', '/account/password'],
  ...['/subscriptions/new', '/competitions/:code/questions', '/organisations/:id/card'],
  ...['/applications/:id/about', '/applications/:id/budget', '/applications/:id/files'],
  ...['/organiser/competitions/new', '/organiser/competitions/:id/copy', '/organiser/competitions/:id/commission'],
  ...['/organiser/competitions/:id/settings/:section', '/organiser/competitions/:id/settings/criteria'],
  ...['/organiser/competitions/:id/acts/new/:kind', '/organiser/competitions/:id/inquiries/new'],
  ...['/organiser/competitions/:id/corrections/new', '/account/powers/:id/substitution'],
  ...['/admin/people/new', '/admin/organisers/new', '/admin/people/:id/email'],
];
const NO_NUMBER = 'тридцять';

/**
 * Sends the main forms with nothing right in them and shows what came back to `shoot(page, path, email)`.
 * @returns {Promise<string[]>} forms that were not refused
 */
export async function pictureRefusals({ visitors, client, wanted, width, shoot }) {
  const strange = [];
  for (const path of FORMS.filter((one) => wanted.some((word) => one.includes(word))))
    for (const { address, email, guise } of await firstOfEach(client, path)) {
      const page = await visitors.page(email ?? whoOpens(path), width);
      const name = path + (guise && ` ${guise}`);
      const isRefused = await sendEmpty(page, visitors.baseUrl + address).catch((error) => error);
      if (isRefused === true) await shoot(page, name, email);
      else strange.push(`${name}, sent empty: ${isRefused || 'is not refused'}`);
    }
  return strange;
}

const PUBLIC = /^\/(sign-|password-reset|subscriptions|competitions)/;
const ADMIN = /^\/admin/;
const OFFICER = /^\/organiser/;
const whoOpens = (path) =>
  PUBLIC.test(path)
    ? null
    : ADMIN.test(path)
      ? 'admin@spryiannia.example'
      : OFFICER.test(path)
        ? 'officer@masscom.example'
        : 'head@teplo-ruk.example';

async function firstOfEach(client, path) {
  const seen = new Set();
  return (await addressesOf(client, path)).filter(({ guise }) => !seen.has(guise) && seen.add(guise));
}

async function sendEmpty(page, address) {
  await page.goto(address);
  const form = page.locator('main form[method=post]:has(input:not([type=hidden]), textarea, select)').first();
  for (const field of await form
    .locator('input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea')
    .all()) {
    if (!(await field.isVisible()) || (await field.getAttribute('type')) === 'file') continue;
    await field.fill((await field.getAttribute('inputmode')) ? NO_NUMBER : '');
  }
  await Promise.all([page.waitForEvent('load'), form.locator('button:not([type=button])').last().click()]);
  return (await page.locator('.govuk-error-summary').count()) > 0;
}
