import { backup } from './backup.js';
import { changeEmail } from './change-email.js';
import type { Command } from './command.js';
import { createAdmin } from './create-admin.js';
import { demoAccountsCommand } from './demo-accounts.js';
import { demoClock } from './demo-clock.js';
import { importPlan } from './import-plan.js';
import { importTerritories } from './import-territories.js';
import { mergePeople } from './merge-people.js';
import { migrate } from './migrate.js';
import { noteBounce } from './note-bounce.js';
import { releaseMail } from './release-mail.js';
import { restore } from './restore.js';
import { resetSecondFactor } from './reset-second-factor.js';
import { seedDemo } from './seed-demo.js';
import { verify } from './verify.js';
import { verifyChains } from './verify-chains.js';

export const commands: Record<string, Command> = {
  migrate,
  'create-admin': createAdmin,
  'change-email': changeEmail,
  'merge-people': mergePeople,
  'reset-second-factor': resetSecondFactor,
  'seed-demo': seedDemo,
  'demo-accounts': demoAccountsCommand,
  'demo-clock': demoClock,
  'import-plan': importPlan,
  'import-territories': importTerritories,
  backup,
  restore,
  'release-mail': releaseMail,
  'note-bounce': noteBounce,
  verify,
  'verify-chains': verifyChains,
};
