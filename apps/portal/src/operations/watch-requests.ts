import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestCounts } from './request-counts.js';

const SLOW_MS = 2_000;
/** What no route knows; one name for all, so that strangers cannot fill the memory with addresses. */
const UNKNOWN = 'unknown';

/** Counts every request, and logs the ones that failed or took long: the pattern of the route, never the address. */
@Injectable()
export class WatchRequests implements OnModuleInit {
  private readonly log = new Logger('http');

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly counts: RequestCounts,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onResponse', async (request, reply) => this.note(request, reply));
  }

  private note(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? UNKNOWN;
    const answered = { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    this.counts.add(answered);
    const message = answered.status >= 500 ? 'request failed' : 'slow request';
    if (answered.status >= 500 || answered.ms >= SLOW_MS)
      this.log.warn({ message, ...answered, requestId: String(request.id) });
  }
}
