// A page of a proposal saves itself while somebody writes, and says when; without a connection it keeps everything on
// the device with the version it began from, and saves later. Without this script the buttons do the same work.

import { dropDraft, dropOldDrafts, isForeign, keepDraft, readDraft } from '../device.js';
import { chooseTexts } from './conflict.js';
import { isSame, servedValues, typedValues, writeValues } from './form-values.js';
import { merge } from './merge.js';
import { addressOf, freshPage, send } from './send.js';
import { Saver } from './saver.js';
import { StatusLine } from './status-line.js';

const KEEP_AFTER_MS = 300;

class Draft {
  constructor(panel) {
    this.form = panel.closest('form');
    this.person = panel.dataset.person;
    this.path = addressOf(this.form).pathname.replace(/^\/en(?=\/)/, '');
    this.title = panel.dataset.title;
    this.status = new StatusLine(panel);
    this.say = panel.dataset;
    this.version = Number(this.form.elements.version.value);
    this.base = servedValues(this.form);
    /** A page that came back with what has to be mended: its next save is the person's own act. */
    this.waitsForPress = 'typed' in panel.dataset;
    this.saver = new Saver(() => this.save(), this.status);
  }

  get isDirty() {
    return !isSame(typedValues(this.form), this.base);
  }

  async start() {
    dropOldDrafts();
    await this.goOn();
    let keeping;
    this.form.addEventListener('input', () => {
      if (this.isDirty) this.status.sayUnsaved();
      clearTimeout(keeping);
      keeping = setTimeout(() => this.keep(), KEEP_AFTER_MS);
      if (!this.waitsForPress) this.saver.soon();
    });
    document.addEventListener('visibilitychange', () => document.hidden && this.leave());
    window.addEventListener('pagehide', () => this.keep());
    this.form.addEventListener('submit', (event) => this.beforeSubmit(event));
  }

  /** What this device has of the page that the server has not. */
  async goOn() {
    const kept = isForeign() ? null : readDraft(this.person, this.path);
    if (this.waitsForPress) {
      this.base = kept?.base ?? {};
      return this.keep();
    }
    if (kept && kept.version > this.version) {
      // The page is older than what was saved from here: it came from the device.
      this.version = kept.version;
      this.base = kept.base;
      writeValues(this.form, kept.values);
    } else if (kept?.isDirty && kept.version === this.version) {
      writeValues(this.form, kept.values);
      this.status.say('restored', { time: timeOf(kept.at) });
    } else if (kept?.isDirty) {
      await this.settle(kept.base, kept.values, this.form, this.version);
    } else if (kept) dropDraft(this.person, this.path);
    if (this.isDirty) this.saver.soon();
  }

  keep() {
    const { person, path, title, version, base, isDirty } = this;
    const draft = { title, version, base, values: typedValues(this.form), at: Date.now(), isDirty };
    const isKept = keepDraft(person, path, draft);
    if (isDirty && !isKept && !isForeign()) this.status.say('full');
    // What lies on the device is not lost by leaving.
    if (!isDirty || isKept) this.form.dispatchEvent(new Event('kept'));
  }

  leave() {
    this.keep();
    if (this.isDirty && !this.waitsForPress) void this.saver.now();
  }

  /** @returns whether the page is saved now; throws when it should be tried again */
  async save() {
    const values = typedValues(this.form);
    if (isSame(values, this.base)) return true;
    this.status.say('saving');
    const answer = await send(this.form, this.version);
    this.saver.reached();
    if ('version' in answer) return this.saved(values, answer);
    this.keep();
    if (answer.stale) return this.meet();
    if (answer.refused) this.status.say('refused', { why: answer.refused.join(' ') });
    else this.status.sayOver();
    return false;
  }

  saved(values, { version, at }) {
    this.version = version;
    this.base = values;
    this.form.elements.version.value = version;
    this.keep();
    this.status.say('saved', { time: at });
    for (const place of document.querySelectorAll('[data-not-fresh]')) place.hidden = true;
    return !this.isDirty;
  }

  /** Somebody saved the page since. */
  async meet() {
    const page = await freshPage(this.form);
    if (!page) return this.status.sayOver();
    this.form.elements._csrf.value = page.elements._csrf.value;
    return this.settle(this.base, typedValues(this.form), page, Number(page.elements.version.value));
  }

  /** Both texts side by side where both changed; then the page goes on from what is saved now. */
  async settle(base, mine, page, version) {
    const theirs = page === this.form ? servedValues(page) : typedValues(page);
    const { values, conflicts, isWhole } = merge(base, mine, theirs);
    writeValues(this.form, isWhole ? mine : values);
    if (conflicts.length > 0) {
      this.saver.pause();
      this.status.say('conflict');
      const taken = await chooseTexts(this.form, { conflicts, isWhole, mine, theirs, page }, words(this.say));
      if (isWhole && taken.length > 0) return this.takeSaved();
      writeValues(this.form, { ...typedValues(this.form), ...pick(theirs, taken) });
      this.saver.resume();
    }
    [this.version, this.base] = [version, theirs];
    this.form.elements.version.value = version;
    this.keep();
    if (this.isDirty) this.saver.soon();
    else this.status.say('saved', { time: timeOf(Date.now()) });
    return false;
  }

  takeSaved() {
    dropDraft(this.person, this.path);
    this.form.dispatchEvent(new Event('kept'));
    this.base = typedValues(this.form);
    location.assign(addressOf(this.form));
    return false;
  }

  /** A button leads away: what was typed is saved first, and without a connection nothing leads away. */
  async beforeSubmit(event) {
    if (this.isPassing || !this.isDirty || event.defaultPrevented) return;
    event.preventDefault();
    const outcome = await this.saver.now();
    if (outcome === 'offline' || this.saver.isPaused) return;
    this.isPassing = true;
    this.form.dispatchEvent(new Event('kept'));
    this.form.requestSubmit(event.submitter);
    this.isPassing = false;
  }
}

const pick = (values, names) => Object.fromEntries(names.map((name) => [name, values[name]]));
const timeOf = (at) => new Date(at).toLocaleTimeString('uk-UA');
/** data-conflict-mine="Your text" and so on. */
const words = (say) =>
  Object.fromEntries(
    Object.entries(say)
      .filter(([name]) => name.startsWith('conflict'))
      .map(([name, text]) => [name.slice('conflict'.length).toLowerCase(), text]),
  );

const panel = document.querySelector('[data-draft]');
if (panel?.closest('form')) await new Draft(panel).start();
