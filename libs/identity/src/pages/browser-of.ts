import type { PortalRequest } from '#libs/platform/http';

/** Where a request comes from: its network address (behind trusted proxies the client's) and its browser's name. */
export function browserOf(request: PortalRequest): { address: string; device: string } {
  return { address: request.ip, device: request.headers['user-agent'] ?? '' };
}
