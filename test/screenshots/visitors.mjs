const PASSWORD = 'spryiannia-demo-2020';
/** `before:address`: whoever gave the password and is not inside yet. */
const BEFORE = /^before:/;

/** People with a browser of their own each: by one click where the demo offers it, else by the password of the demo. */
export class Visitors {
  #open = new Map();

  constructor(browser, baseUrl) {
    this.browser = browser;
    this.baseUrl = baseUrl;
  }

  /**
   * @param {string | null} email null = a visitor
   * @returns {Promise<import('playwright-core').Page>} the same page every time, `width` wide
   */
  async page(email, width = 1280) {
    if (!this.#open.has(email)) this.#open.set(email, this.#enter(email));
    const page = await this.#open.get(email);
    await page.setViewportSize({ width, height: 900 });
    return page;
  }

  async #enter(email) {
    const context = await this.browser.newContext({ locale: 'uk-UA' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    if (!email) return page;
    await page.goto(`${this.baseUrl}/demo`);
    const click = page.locator(`form:has(input[value="${email}"]) button`).first();
    if ((await click.count()) > 0) await Promise.all([page.waitForURL('**/desk'), click.click()]);
    else await this.#byPassword(page, email.replace(BEFORE, ''), BEFORE.test(email));
    return page;
  }

  async #byPassword(page, email, stopBefore) {
    await this.fill(page, '/sign-in', { email, password: PASSWORD });
    if (stopBefore || !page.url().includes('/consent')) return;
    await this.send(page, { consent: true });
  }

  /** Opens a page with a form, fills it in and sends it. */
  async fill(page, address, fields, button) {
    await page.goto(this.baseUrl + address);
    await this.send(page, fields, button);
  }

  /** Sends the form of the page: by its field names, or by a button of this text. */
  async send(page, fields, button) {
    const names = Object.keys(fields);
    const form = page.locator(names.length > 0 ? `main form:has([name="${names[0]}"])` : 'main form').last();
    for (const [name, value] of Object.entries(fields)) await setField(form, name, value);
    const press = button
      ? page.locator(`main button:has-text("${button}")`)
      : form.locator('button[type=submit], button:not([type])');
    await Promise.all([page.waitForLoadState('load'), press.first().click({ noWaitAfter: false })]);
    await page.waitForLoadState('load');
  }
}

async function setField(form, name, value) {
  const field = form.locator(`[name="${name}"]`);
  const kind = await field.first().evaluate((one) => (one.tagName === 'SELECT' ? 'select' : one.type));
  if (kind === 'select') return field.selectOption(value === true ? { index: 1 } : value);
  if (kind === 'radio' || kind === 'checkbox')
    return (value === true ? field.first() : form.locator(`[name="${name}"][value="${value}"]`)).check();
  if (kind === 'file') return field.setInputFiles(value);
  return field.first().fill(value);
}
