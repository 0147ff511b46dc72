const SPINNER = ['|', '/', '-', '\\'];
const SPINNER_MS = 120;
const LINE_EVERY_MS = 10_000;
const NOTE_WIDTH = 60;
/** What runs now; only the last one is drawn, a terminal line holds no more. */
const drawn = [];

/**
 * Does one long piece of work and shows that it goes on: a spinner on a terminal, elsewhere a line every ten seconds.
 * @template T
 * @param {string} title
 * @param {(note: (line: string) => void) => Promise<T>} work calls `note` with its latest line of output
 * @returns {Promise<T>} what the work returned
 */
export async function step(title, work) {
  const startedAt = Date.now();
  let latest = '';
  const stopShowing = show(() => `${title}  ${seconds(startedAt)}${latest && `  ${latest}`}`);
  let outcome = 'failed after';
  try {
    const result = await work((line) => (latest = line.trim().slice(0, NOTE_WIDTH)));
    outcome = 'done in';
    return result;
  } finally {
    stopShowing();
    console.log(`${title}: ${outcome} ${seconds(startedAt)}`);
  }
}

/** @param {number} startedAt milliseconds since the epoch */
export function seconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** @param {() => string} text what to show now */
function show(text) {
  if (!process.stdout.isTTY) {
    const timer = setInterval(() => console.log(`  ${text()}`), LINE_EVERY_MS);
    return () => clearInterval(timer);
  }
  let turn = 0;
  const draw = () => drawn.at(-1) === draw && process.stdout.write(`\r\x1b[K${SPINNER[turn++ % 4]} ${text()}`);
  drawn.push(draw);
  const timer = setInterval(draw, SPINNER_MS);
  return () => {
    clearInterval(timer);
    drawn.splice(drawn.indexOf(draw), 1);
    process.stdout.write('\r\x1b[K');
  };
}
