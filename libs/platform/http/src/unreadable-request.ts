import type { Socket } from 'node:net';
import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';

type ClientError = Error & { code?: string; rawPacket?: Buffer };

/** What the server could not read as HTTP at all gets a page in words too; there is no request yet to render it with. */
export function refuseUnreadable(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const lang: Lang = /^[A-Z]+ \/en[/?\s]/.test(error.rawPacket?.subarray(0, 20).toString('latin1') ?? '') ? 'en' : 'uk';
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const html = pageOf(lang, isTooLong ? 'too-long-address' : 'unreadable');
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const headers = `content-type: text/html; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(html)}`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${html}`);
}

function pageOf(lang: Lang, name: string): string {
  const title = phrase(lang, 'platform:error.unreadable.title');
  const home = phrase(lang, 'platform:error.home');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${phrase(lang, `platform:errors.${name}`)}</p><p><a href="${lang === 'en' ? '/en' : '/'}">${home}</a></p></main></body></html>`;
}
