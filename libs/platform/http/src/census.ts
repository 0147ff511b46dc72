import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_MARK, type AccessMark } from '#libs/platform/access';

export interface Route {
  method: string;
  path: string;
  handler: string;
  mark: AccessMark | undefined;
}

/** Every route of the application with its access mark. */
export function routeCensus(app: INestApplicationContext): Route[] {
  const reflector = app.get(Reflector);
  const scanner = app.get(MetadataScanner, { strict: false });
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, metatype }) =>
      scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((name) => {
        const handler = (instance as Record<string, () => unknown>)[name]!;
        const path = reflector.get<string | string[] | undefined>(PATH_METADATA, handler);
        if (path === undefined) return [];
        const method = RequestMethod[reflector.get<number>(METHOD_METADATA, handler)] ?? 'ALL';
        const mark = reflector.getAllAndOverride<AccessMark | undefined>(ACCESS_MARK, [handler, metatype as never]);
        return [path].flat().map((one) => ({ method, path: one, handler: `${metatype?.name}.${name}`, mark }));
      }),
    );
}

/** @throws Error naming every route without a mark: the portal then does not start. */
export function demandMarks(app: INestApplicationContext): void {
  const bare = routeCensus(app).filter((route) => !route.mark);
  if (bare.length > 0)
    throw new Error(`routes without an access mark: ${bare.map((route) => route.handler).join(', ')}`);
}
