// A file goes in pieces by the protocol tus and survives a cut line. Nothing is left on the device: what is unfinished
// the server knows and shows, and the same file, chosen again here or on another device, is gone on with.
//
//   <section data-upload> <form with one file field> … the part documents/upload.njk … </section>
//   A file of one piece goes by the form itself, as every file does without this script.

const RETRIES_MS = [0, 1_000, 3_000, 5_000, 10_000, 20_000];
const ALOUD_STEP = 0.1;
const MB = 1024 * 1024;

const size = (bytes) => {
  const lang = document.documentElement.lang === 'en' ? 'en-GB' : 'uk-UA';
  const shown = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(bytes / MB);
  return `${shown} ${lang === 'en-GB' ? 'MB' : 'МБ'}`;
};

let loading;
/** The library is loaded once, when there is something to send. */
const library = (address) => (loading ??= import(address).then(() => window.tus));

/** Uploads of this page that are not over. */
let going = 0;

class Sending {
  constructor(section, file) {
    this.section = section;
    this.file = file;
    this.part = section.querySelector('[data-upload-state]');
    this.form = section.querySelector('form[enctype]');
    this.left = [...section.querySelectorAll('[data-upload-left]')].find(
      ({ dataset }) =>
        dataset.name === file.name &&
        Number(dataset.size) === file.size &&
        dataset.modified === String(file.lastModified),
    );
    this.sent = 0;
    this.said = -1;
  }

  async start() {
    const { Upload } = await library(this.part.dataset.library);
    const { endpoint, token, piece, kind, target, field } = this.part.dataset;
    this.upload = new Upload(this.file, {
      endpoint,
      uploadUrl: this.left?.dataset.uploadLeft ?? null,
      chunkSize: Number(piece),
      retryDelays: RETRIES_MS,
      onShouldRetry: (error) => this.mayTryAgain(error),
      headers: { 'x-csrf-token': token },
      metadata: { filename: this.file.name, modified: String(this.file.lastModified), kind, target, field },
      storeFingerprintForResuming: false,
      onProgress: (sent) => this.progress(sent),
      onSuccess: () => this.done(),
      onError: (error) => this.failed(error),
    });
    this.show();
    this.upload.start();
  }

  show() {
    going += 1;
    this.form.hidden = true;
    if (this.left) this.left.hidden = true;
    this.part.hidden = false;
    this.at('name').textContent = this.file.name;
    this.at('stop').onclick = () => this.stop();
    this.at('again').onclick = () => this.goOn();
    this.online = () => this.goOn();
    this.progress(0);
  }

  at(name) {
    return this.part.querySelector(`[data-upload-${name}]`);
  }

  progress(sent) {
    this.sent = Math.max(sent, this.sent);
    this.at('again').hidden = true;
    const share = this.sent / this.file.size;
    this.part.querySelector('progress').value = share;
    this.say(this.sent === this.file.size ? 'checking' : 'sending', share - this.said >= ALOUD_STEP || share === 1);
  }

  /** Read aloud only now and then. */
  say(state, aloud = true) {
    const words = this.part.dataset[state].replace('{done}', size(this.sent)).replace('{size}', size(this.file.size));
    this.part.dataset.state = state;
    this.at('said').textContent = words;
    if (!aloud) return;
    this.said = this.sent / this.file.size;
    this.at('aloud').textContent = words;
  }

  /** The line is gone, the server is restarting, or another request still holds the file. */
  mayTryAgain(error) {
    const status = error.originalResponse?.getStatus() ?? 0;
    const isPassing = status === 0 || status >= 500 || [409, 423].includes(status);
    if (isPassing) this.wait();
    return isPassing;
  }

  wait() {
    this.say('waiting');
    this.at('again').hidden = false;
    window.addEventListener('online', this.online, { once: true });
  }

  /** Our own words of refusal end it; everything else may be gone on with. */
  failed(error) {
    const answer = error.originalResponse;
    const status = answer?.getStatus() ?? 0;
    const isRefusal = status >= 400 && status < 500 && answer.getHeader('content-type')?.startsWith('text/plain');
    if (isRefusal) return this.refused(answer.getBody());
    if (status === 0 || status >= 500) this.wait();
    else this.say('failed');
  }

  refused(words) {
    this.end();
    const message = this.section.querySelector('.govuk-error-message') ?? document.createElement('p');
    message.className = 'govuk-error-message';
    message.setAttribute('role', 'alert');
    message.textContent = words.trim();
    this.form.querySelector('input[type=file]').before(message);
    this.form.querySelector('input[type=file]').focus();
  }

  async goOn() {
    window.removeEventListener('online', this.online);
    await this.upload.abort();
    this.say('sending');
    this.upload.start();
  }

  async stop() {
    this.end();
    await this.upload.abort(true).catch(() => undefined);
  }

  end() {
    going -= 1;
    window.removeEventListener('online', this.online);
    this.part.hidden = true;
    this.form.hidden = false;
    this.form.reset();
  }

  /** The page shows what is kept; it waits for the other files that are on their way. */
  done() {
    going -= 1;
    this.say('done');
    this.at('stop').hidden = true;
    if (going > 0) return;
    location.hash = this.section.querySelector('h2')?.id ?? '';
    location.reload();
  }
}

function wire(section) {
  const form = section.querySelector('form[enctype]');
  const part = section.querySelector('[data-upload-state]');
  if (!form || !part) return;
  form.addEventListener('submit', (event) => {
    const file = form.querySelector('input[type=file]').files[0];
    if (!file || file.size <= Number(part.dataset.piece)) return;
    event.preventDefault();
    new Sending(section, file).start();
  });
  for (const left of section.querySelectorAll('[data-upload-left]')) {
    left.hidden = false;
    left.querySelector('[data-upload-forget]').onclick = () => forget(left, part.dataset.token);
  }
}

async function forget(left, token) {
  const headers = { 'x-csrf-token': token, 'tus-resumable': '1.0.0' };
  const answer = await fetch(left.dataset.uploadLeft, { method: 'DELETE', headers }).catch(() => null);
  if (answer?.ok || answer?.status === 404) left.remove();
}

for (const section of document.querySelectorAll('[data-upload]')) wire(section);
window.addEventListener('beforeunload', (event) => going > 0 && event.preventDefault());
