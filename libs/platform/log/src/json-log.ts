import type { LoggerService } from '@nestjs/common';
import { withoutAddresses } from './without-addresses.js';

type Level = 'info' | 'warn' | 'error';
type Write = (line: string) => void;

/**
 * The log: one line of JSON per message, to standard output. A message is a text or an object with `message` and fields.
 * Addresses never reach it; whoever logs sees to it that no other personal data, address of a page or secret does.
 */
export class JsonLog implements LoggerService {
  constructor(
    private readonly options: { showsInfo: boolean },
    private readonly write: Write = (line) => void process.stdout.write(line),
  ) {}

  log(message: unknown, ...rest: unknown[]): void {
    if (this.options.showsInfo) this.line('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.line('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.line('error', message, rest);
  }

  /** Nest gives the part that speaks as the last argument, and for errors perhaps a stack before it. */
  private line(level: Level, message: unknown, rest: unknown[]): void {
    const part = rest.at(-1);
    const stack = rest.length > 1 ? rest[0] : undefined;
    const entry = { at: new Date().toISOString(), level, part, ...fieldsOf(message), ...(stack ? { stack } : {}) };
    this.write(
      `${JSON.stringify(entry, (_, value) => (typeof value === 'string' ? withoutAddresses(value) : value))}\n`,
    );
  }
}

function fieldsOf(message: unknown): object {
  if (message instanceof Error) return { message: message.message, stack: message.stack };
  return typeof message === 'object' && message !== null ? message : { message: String(message) };
}
