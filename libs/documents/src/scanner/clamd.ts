import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A scanner that says nothing for so long is away; the file waits and is asked about again. */
const SILENCE_MAX_MS = 60_000;
const ANSWER_MAX_LENGTH = 4_096;
const DEFAULT_PORT = 3310;

/**
 * Asks clamd about a file by its command INSTREAM (https://docs.clamav.net/manual/Usage/Scanning.html): pieces with their
 * length before them, an empty one at the end. `address`: `tcp://host:3310`.
 * @returns the name of what was found, null for a clean file
 * @throws Error when the scanner is away, or cannot tell
 */
export async function scanWithClamd(address: string, content: AsyncIterable<Buffer>): Promise<string | null> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) || DEFAULT_PORT });
  socket.setTimeout(SILENCE_MAX_MS, () => socket.destroy(new Error('the virus scanner is silent')));
  try {
    await once(socket, 'connect');
    const answer = answerOf(socket);
    answer.catch(() => undefined); // told below, when everything is sent
    await send(socket, content);
    return found(await answer);
  } finally {
    socket.destroy();
  }
}

async function send(socket: Socket, content: AsyncIterable<Buffer>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of content) {
    if (!socket.writable) return; // it has answered already: too large for it, say
    socket.write(lengthOf(chunk));
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
  socket.write(lengthOf(Buffer.alloc(0)));
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

async function answerOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (text.includes('\0') || text.length > ANSWER_MAX_LENGTH) break;
  }
  return text.replace(/\0[^]*$/, '').trim();
}

/** «stream: OK», «stream: Eicar-Test-Signature FOUND», «… ERROR». */
function found(answer: string): string | null {
  if (/: OK$/.test(answer)) return null;
  const name = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (!name) throw new Error(`the virus scanner cannot tell: ${answer}`);
  return name;
}
