import 'reflect-metadata';
import { commands } from './commands/index.js';

const [name = 'help', ...args] = process.argv.slice(2);
const command = commands[name];

if (!command) {
  console.log(
    ['Commands:', ...Object.entries(commands).map(([one, { about }]) => `  ${one.padEnd(16)} ${about}`)].join('\n'),
  );
  process.exit(name === 'help' ? 0 : 2);
}
try {
  await command.run(args);
  process.exit(0);
} catch (error) {
  console.error(process.env.LOG_LEVEL === 'info' ? error : `${name}: ${wordsOf(error)}`);
  process.exit(1);
}

function wordsOf(error: unknown): string {
  const { message, fields } = error as Error & { fields?: { field: string; code: string }[] };
  return [message, ...(fields ?? []).map(({ field, code }) => `${field}: ${code}`)].join('; ');
}
