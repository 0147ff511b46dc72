import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import qs from 'qs';
import { DomainError } from '#libs/platform/errors';
import { newId } from '#libs/platform/database';
import type { Config } from '#libs/platform/config';
import { JsonLog } from '#libs/platform/log';
import { EditedWords } from '#libs/platform/phrases';
import { Ports } from '#libs/platform/ports';
import { cleanRequest } from './clean-text.js';
import { checkCsrf, issueCsrfToken } from './csrf.js';
import { demandMarks, watchRoutes } from './census.js';
import { FormDoors } from './form-doors.js';
import { OpenApi } from './openapi.js';
import { UPLOAD_FIELDS_MAX, UPLOAD_MAX_BYTES } from './multipart.js';
import { assetsRoot } from './render.js';
import { languageOf, rewriteLanguage, type PortalRequest } from './request-context.js';
import { SESSION_COOKIE } from './results.js';
import { refuseUnreadable } from './unreadable-request.js';
import { Visitors } from './visitors.port.js';

const BODY_MAX_BYTES = 2 * 1024 * 1024;
const FORM_DEPTH_MAX = 4;
/** The longest table of ours that may come back with what is wrong in it. */
const FORM_FIELDS_MAX = 6_000;
/** A longer address still reaches a page that says what is wrong with it. */
const HEADER_MAX_BYTES = 32 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
/** Answered without looking at the session, so that they work while the database is away. */
const HANDLER_FREE = ['/healthz', '/readyz', '/metrics', '/assets/'];

/** Builds the portal: routes, forms, sessions, security headers. The caller listens. */
export async function createPortal(module: Type, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_MAX_BYTES,
    http: { maxHeaderSize: HEADER_MAX_BYTES },
    clientErrorHandler: refuseUnreadable,
    requestTimeout: REQUEST_TIMEOUT_MS,
    rewriteUrl: rewriteLanguage as never,
    genReqId: () => newId(),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => lose(server, request, reply),
    routerOptions: { maxParamLength: 200 },
  } as never);
  const server = adapter.getInstance() as unknown as FastifyInstance;
  watchRoutes(server);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: new JsonLog({ showsInfo: config.logLevel === 'info' }),
  });
  app.enableShutdownHooks();
  await registerPlugins(server, config);
  readForms(server);
  // A piece of a file (tus) stays unread until its own handler takes the stream.
  server.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  arrivals(server, app, config);
  await app.init();
  try {
    demandMarks(app, server);
  } catch (error) {
    await app.close();
    throw error;
  }
  app.get(OpenApi).describe(app);
  app.get(FormDoors).learn(app);
  return app;
}

/** An address that the router cannot read goes the way of one that nobody serves: the same page, the same headers. */
function lose(server: FastifyInstance, { raw }: FastifyRequest, reply: FastifyReply): void {
  const prefix = languageOf(raw) === 'en' ? '/en' : '';
  raw.url = `${prefix}${raw.url?.startsWith('/api/') ? '/api' : ''}/not-found`;
  server.routing(raw, reply.raw);
}

async function registerPlugins(server: FastifyInstance, config: Config): Promise<void> {
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  });
  await server.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: UPLOAD_MAX_BYTES, files: 10, fields: UPLOAD_FIELDS_MAX },
  });
  await server.register(fastifyStatic, {
    root: assetsRoot,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    // The worker that opens one's own proposals without a connection serves both languages, and nothing but its scope.
    setHeaders: (reply, path) => {
      if (path.endsWith('/service-worker.js')) reply.header('service-worker-allowed', '/');
    },
  });
}

/** Nested form fields (`lines[0][amount]`) with limits on depth and count. */
function readForms(server: FastifyInstance): void {
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    try {
      const options = {
        depth: FORM_DEPTH_MAX,
        strictDepth: true,
        parameterLimit: FORM_FIELDS_MAX,
        throwOnLimitExceeded: true,
        arrayLimit: 500,
      };
      done(null, qs.parse(body as string, options));
    } catch (error) {
      const isTooLong = error instanceof RangeError && /^(Parameter|Array) limit/.test(error.message);
      if (isTooLong) done(new DomainError('invalid', 'platform.too-many-fields'));
      else done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
}

/**
 * rule 16: the instant at which a request came. The database tells the time, and before it there may be a queue: in the
 * last minute before a closing nobody is late by having waited in it.
 */
const arrivalOf = (toldAt: Date, waitedMs: number): Date => new Date(toldAt.getTime() - Math.ceil(waitedMs));

/** At arrival: the language, the instant, the person. Before the handler: clean text, CSRF. */
function arrivals(server: FastifyInstance, app: NestFastifyApplication, config: Config): void {
  server.decorateRequest('ctx', undefined as never);
  server.decorateRequest('sessionId', null);
  server.decorateRequest('isReader', false);
  server.decorateRequest('unread', 0);
  server.addHook('onRequest', async (raw, reply: FastifyReply) => {
    const request = raw as PortalRequest;
    if (HANDLER_FREE.some((prefix) => request.url.startsWith(prefix))) return;
    const arrivedAt = performance.now();
    const { actor, reader, sessionId, unread, wordsVersion, ...found } = await app
      .get(Visitors)
      .identify(request.cookies[SESSION_COOKIE] ?? null);
    const now = arrivalOf(found.now, performance.now() - arrivedAt);
    await app.get(Ports).one(EditedWords).keepUp(wordsVersion);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    request.isReader = reader !== null;
    request.ctx = {
      actor: (isReading && reader) || actor,
      now,
      lang: languageOf(request.raw),
      requestId: String(request.id),
    };
    request.sessionId = sessionId;
    request.unread = unread;
    issueCsrfToken(request, reply, config.sessionSecret, config.publicUrl.startsWith('https:'));
  });
  server.addHook('preValidation', async (request) => cleanRequest(request as PortalRequest));
  server.addHook('preHandler', (request) => checkCsrf(request as PortalRequest));
}
