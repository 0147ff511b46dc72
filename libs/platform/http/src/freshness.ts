import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Lets whoever has these very bytes do without them (RFC 9110, 13): sets ETag and Last-Modified, and says whether the
 * request may be answered by 304.
 */
export function isKnown(request: FastifyRequest, reply: FastifyReply, content: Buffer, changedAt: Date): boolean {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 32)}"`;
  reply
    .header('etag', tag)
    .header('last-modified', changedAt.toUTCString())
    .header('cache-control', 'private, no-cache');
  const asked = request.headers['if-none-match'];
  if (asked !== undefined) return asked.split(',').some((one) => [tag, '*'].includes(one.trim().replace(/^W\//, '')));
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
