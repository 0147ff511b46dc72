/** One command of the cli. */
export interface Command {
  about: string;
  run(args: string[]): Promise<void>;
}
