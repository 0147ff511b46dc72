// The line that says what became of what was typed. Its words come from the page: data-say-saved="Saved at {time}".

import { clearDevice, isForeign, setForeign } from '../device.js';

const SECOND_MS = 1_000;

export class StatusLine {
  #line;
  #device;

  constructor(panel) {
    this.panel = panel;
    this.#line = panel.querySelector('[data-draft-line]');
    this.#device = panel.querySelector('[data-draft-device]');
    this.#device.querySelector('button').addEventListener('click', () => this.#changeDevice());
    this.#showDevice();
  }

  say(name, values = {}) {
    const words = this.panel.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`] ?? '';
    this.#line.textContent = words.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '');
    this.panel.dataset.state = name;
  }

  /** What failed stays said until it is mended. */
  sayUnsaved() {
    if (['saved', 'restored', undefined].includes(this.panel.dataset.state)) this.say('unsaved');
  }

  /** `waitMs`: the server was reached and could not answer; it is asked again so much later. */
  sayOffline(waitMs = null) {
    const name = isForeign() ? 'offlineForeign' : waitMs ? 'retry' : 'offline';
    this.say(name, { seconds: Math.ceil((waitMs ?? 0) / SECOND_MS) });
  }

  /** The session is over, or the page does not open any more: where to sign in and come back. */
  sayOver() {
    this.say('over');
    const link = document.createElement('a');
    link.href = this.panel.dataset.signIn;
    link.textContent = this.panel.dataset.saySignIn;
    this.#line.append(' ', link);
    return false;
  }

  #showDevice() {
    this.#device.hidden = false;
    const [words, button] = [this.#device.querySelector('span'), this.#device.querySelector('button')];
    const { sayOwn, sayForeign, sayToForeign, sayToOwn } = this.panel.dataset;
    words.textContent = isForeign() ? sayForeign : sayOwn;
    button.textContent = isForeign() ? sayToOwn : sayToForeign;
  }

  async #changeDevice() {
    setForeign(!isForeign());
    if (isForeign()) await clearDevice();
    this.#showDevice();
  }
}
