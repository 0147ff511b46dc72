import { DEMO_PASSWORD, demoAccounts } from '../../../demo/demo-accounts.js';
import type { Command } from './command.js';

export const demoAccountsCommand: Command = {
  about: 'print who may sign in to the demo world',
  async run() {
    for (const { role, name, email } of demoAccounts()) console.log(`${role.padEnd(22)} ${email.padEnd(40)} ${name}`);
    console.log(`Password for all: ${DEMO_PASSWORD}`);
  },
};
