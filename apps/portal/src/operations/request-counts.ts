import { Injectable } from '@nestjs/common';

export interface RequestCount {
  method: string;
  /** The pattern of the route, never the address: addresses may hold tokens. */
  route: string;
  /** '2xx' … '5xx'. */
  statusClass: string;
  count: number;
  seconds: number;
}

/** Requests that this process has answered since its start. */
@Injectable()
export class RequestCounts {
  private readonly byKey = new Map<string, RequestCount>();

  add(request: { method: string; route: string; status: number; ms: number }): void {
    const { method, route } = request;
    const statusClass = `${Math.floor(request.status / 100)}xx`;
    const key = `${method} ${route} ${statusClass}`;
    const count = this.byKey.get(key) ?? { method, route, statusClass, count: 0, seconds: 0 };
    this.byKey.set(key, { ...count, count: count.count + 1, seconds: count.seconds + request.ms / 1000 });
  }

  all(): RequestCount[] {
    return [...this.byKey.values()];
  }
}
