import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** The harmless file that every scanner finds (https://www.eicar.org), as the tail of a PDF. */
export const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** A small clamd on a real port: understands INSTREAM, finds EICAR, counts what it got. */
export class Clamd {
  scanned = 0;
  bytes = 0;
  private constructor(private readonly server: Server) {}

  static async start(port = 0): Promise<Clamd> {
    const server = createServer();
    const clamd = new Clamd(server);
    server.on('connection', (socket) => void clamd.serve(socket).catch(() => socket.destroy()));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return clamd;
  }

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private async serve(socket: Socket): Promise<void> {
    let all = Buffer.alloc(0);
    for await (const chunk of socket) {
      all = Buffer.concat([all, chunk as Buffer]);
      const content = contentOf(all);
      if (content === null) continue;
      this.scanned += 1;
      this.bytes = content.length;
      socket.end(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
      return;
    }
  }
}

/** What was sent, once its empty last piece is here. */
function contentOf(all: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  for (let at = 'zINSTREAM\0'.length; at + 4 <= all.length;) {
    const length = all.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
