import { seconds, step } from '../../bin/lib/progress.mjs';
import { ROOT } from '../../bin/lib/run.mjs';
import { endShells } from './shell.mjs';
import { Stand } from './stand.mjs';
import { story } from './story.mjs';

/*
 * bin/rehearse: installs the product as docs/operations.md says, loses the server, restores it, upgrades an older
 * version; ends with 1 at the first step that does not go. Everything it starts lies in one folder of the system's
 * folder for temporary files and is gone afterwards.
 */

const LOG_LINES = 30;

process.chdir(ROOT);
const startedAt = Date.now();
const done = [];
let isStopping = false;
const stand = await Stand.raise();
const it = { stand };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(1, `Stopped by ${signal}.`));

try {
  for (const chapter of story) await tell(chapter);
  await end(0, `Rehearsed in ${seconds(startedAt)}.`);
} catch (error) {
  const log = [it.server, it.second, it.old].flatMap((server) => server?.log.slice(-LOG_LINES) ?? []);
  await end(1, `${error.message}\n\n${log.join('\n')}`);
}

async function tell({ title, skip, steps }) {
  const why = skip?.() ?? null;
  console.log(`\n== ${title}${why ? `: left out, ${why}` : ''}`);
  for (const [name, act] of why ? [] : steps) await play(name, act);
}

async function play(name, act) {
  const stepStartedAt = Date.now();
  const said = await step(name, () => act(it));
  if (said) console.log(`  ${said}`);
  done.push([name, seconds(stepStartedAt)]);
}

async function end(code, words) {
  if (isStopping) return;
  isStopping = true;
  endShells();
  await stand.clear();
  console.log(`\n${done.map(([name, time]) => `${time.padStart(8)}  ${name}`).join('\n')}\n\n${words}`);
  process.exit(code);
}
