import { migrate } from './migrate.js';

export interface Command {
  about: string;
  run(args: string[]): Promise<void>;
}

export const commands: Record<string, Command> = { migrate };
