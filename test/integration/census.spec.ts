import { Controller, Get, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { readConfig } from '#libs/platform/config';
import { createPortal, routeCensus } from '#libs/platform/http';
import { PortalModule } from '../../apps/portal/src/portal.module.js';
import { startApp, type TestApp } from '../support/app.js';

@Controller()
class UnmarkedPage {
  @Get('planted')
  show(): string {
    return 'open to everybody by mistake';
  }
}

@Module({ imports: [PortalModule], controllers: [UnmarkedPage] })
class PlantedModule {}

/** Registers a route with Fastify directly, as a careless plugin would. */
@Module({ imports: [PortalModule] })
class PastTheGuardModule {
  constructor(host: HttpAdapterHost) {
    host.httpAdapter.getInstance<FastifyInstance>().get('/planted', () => 'past the guard');
  }
}

describe('census of routes', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await startApp()));
  afterAll(() => app.close());

  it('finds a mark on every route', () => {
    const routes = routeCensus(app.http);
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => !route.mark).map((route) => route.handler)).toEqual([]);
  });

  it('does not start with a route that has no mark', async () => {
    await expect(createPortal(PlantedModule, readConfig())).rejects.toThrow(
      'routes without an access mark: UnmarkedPage.show',
    );
  });

  it('does not start with a route past the guard', async () => {
    await expect(createPortal(PastTheGuardModule, readConfig())).rejects.toThrow('routes past the guard: GET /planted');
  });

  it('answers a visitor on a closed page with the way to sign in, and an unknown address with words', async () => {
    const closed = await app.http.inject({ url: '/desk' });
    expect([closed.statusCode, closed.headers.location]).toEqual([303, '/sign-in?next=%2Fdesk']);
    const unknown = await app.http.inject({ url: '/en/nowhere' });
    expect([unknown.statusCode, unknown.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(unknown.body).toContain('<html lang="en"');
  });

  it('tells browsers to load nothing from elsewhere, to run no inline script and to frame nothing', async () => {
    const { headers } = await app.http.inject({ method: 'GET', url: '/' });
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';frame-ancestors 'none';form-action 'self'",
    );
    expect([headers['x-content-type-options'], headers['cache-control']]).toEqual(['nosniff', 'no-store']);
  });

  it('refuses a form without a token', async () => {
    const answer = await app.http.inject({ method: 'POST', url: '/sign-in', payload: { email: 'a@b.example' } });
    expect(answer.statusCode).toBe(403);
  });

  it('describes its public API', async () => {
    const { paths } = (await app.http.inject({ url: '/api/openapi.json' })).json<{ paths: Record<string, unknown> }>();
    expect(Object.keys(paths).every((path) => path.startsWith('/api/'))).toBe(true);
    expect(Object.keys(paths)).toContain('/api/v1/plans/{organiserSlug}/{year}');
  });
});
