import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ACCESS_MARK, type AccessMark } from '#libs/platform/access';
import type { ListShape } from './lists/list-shape.js';
import { LIST_MARK } from './lists/listed.js';

export interface Route {
  method: string;
  path: string;
  handler: string;
  mark: AccessMark | undefined;
  /** The list that it shows. */
  list: ListShape<unknown> | undefined;
}

/** Served by Fastify itself, past Nest's guard: files that are public by nature. */
const PUBLIC_FILES = ['/assets/*'];

const served = new WeakMap<object, string[]>();

/** Notes every route from now on, whoever registers it. HEAD is left out: it goes with GET. */
export function watchRoutes(server: FastifyInstance): void {
  const routes: string[] = [];
  served.set(server, routes);
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
  });
}

/** Every route of the application with its access mark. */
export function routeCensus(app: INestApplicationContext): Route[] {
  const reflector = app.get(Reflector);
  const scanner = app.get(MetadataScanner, { strict: false });
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const parents = pathsOf(reflector.get(PATH_METADATA, metatype as never));
      const names = scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object);
      return names.flatMap((name) => {
        const handler = (instance as Record<string, () => unknown>)[name]!;
        const paths = reflector.get<string | string[] | undefined>(PATH_METADATA, handler);
        if (paths === undefined) return [];
        const method = RequestMethod[reflector.get<number>(METHOD_METADATA, handler)] ?? 'ALL';
        const mark = reflector.getAllAndOverride<AccessMark | undefined>(ACCESS_MARK, [handler, metatype as never]);
        const list = reflector.get<ListShape<unknown> | undefined>(LIST_MARK, handler);
        const whole = parents.flatMap((parent) => pathsOf(paths).map((path) => joined(parent, path)));
        return whole.map((path) => ({ method, path, handler: `${metatype?.name}.${name}`, mark, list }));
      });
    });
}

const pathsOf = (paths: string | string[] | undefined): string[] => [paths ?? ''].flat();
const joined = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** @throws Error naming every route without a mark, or unknown to the guard: the portal then does not start. */
export function demandMarks(app: INestApplicationContext, server: FastifyInstance): void {
  const census = routeCensus(app);
  const bare = census.filter((route) => !route.mark).map((route) => route.handler);
  if (bare.length > 0) throw new Error(`routes without an access mark: ${bare.join(', ')}`);
  const known = new Set(census.map(({ method, path }) => `${method} ${path}`));
  const strange = (served.get(server) ?? []).filter(
    (route) => !known.has(route) && !PUBLIC_FILES.some((path) => route.endsWith(` ${path}`)),
  );
  if (strange.length > 0) throw new Error(`routes past the guard: ${strange.join(', ')}`);
}
