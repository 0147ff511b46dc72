import { JsonLog } from './json-log.js';
import { maskedAddress } from './without-addresses.js';

function logged(showsInfo: boolean, speak: (log: JsonLog) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  speak(new JsonLog({ showsInfo }, (line) => lines.push(line)));
  return lines.map((line) => {
    const { at, ...entry } = JSON.parse(line) as Record<string, unknown>;
    expect(new Date(at as string).toISOString()).toBe(at);
    return entry;
  });
}

describe('log', () => {
  it('is one line of JSON per message, also for a text of several lines', () => {
    const lines: string[] = [];
    new JsonLog({ showsInfo: false }, (line) => lines.push(line)).warn('one\ntwo', 'mail');
    expect(lines.map((line) => line.split('\n').length)).toEqual([2]);
    expect(lines[0]!.endsWith('}\n')).toBe(true);
  });

  it('keeps fields, the part and the stack; says nothing of the everyday unless asked', () => {
    expect(
      logged(false, (log) => {
        log.log('mapped a route', 'router');
        log.warn({ message: 'request', status: 503, ms: 12 }, 'http');
        log.error('broken', 'Error: broken\n  at x', 'http');
      }),
    ).toEqual([
      { level: 'warn', part: 'http', message: 'request', status: 503, ms: 12 },
      { level: 'error', part: 'http', message: 'broken', stack: 'Error: broken\n  at x' },
    ]);
    expect(logged(true, (log) => log.log('mapped', 'router'))).toEqual([
      { level: 'info', part: 'router', message: 'mapped' },
    ]);
  });

  it('holds no address, wherever it stands', () => {
    expect(
      logged(false, (log) =>
        log.warn({ message: 'refused: 550 <olena.k@ngo.example>: unknown', deep: { to: 'a@b.c' } }, 'mail'),
      ),
    ).toEqual([
      { level: 'warn', part: 'mail', message: 'refused: 550 <[address]>: unknown', deep: { to: '[address]' } },
    ]);
  });

  it('shows of an address only its first letter and its server', () => {
    expect(maskedAddress('olena@ngo.example')).toBe('o***@ngo.example');
    expect(maskedAddress('не адреса')).toBe('***');
  });
});
