import type { Command } from './command.js';
import { createAdmin } from './create-admin.js';
import { migrate } from './migrate.js';

export const commands: Record<string, Command> = { migrate, 'create-admin': createAdmin };
