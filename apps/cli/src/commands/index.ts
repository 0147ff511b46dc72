import type { Command } from './command.js';
import { migrate } from './migrate.js';

export const commands: Record<string, Command> = { migrate };
