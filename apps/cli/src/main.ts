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
  console.error(`${name}: ${(error as Error).message}`);
  process.exit(1);
}
