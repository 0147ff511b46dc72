/** Answered by machines or for machines. */
const NO_PAGE = /^\/(api|healthz|readyz|metrics|robots|sitemap|assets)/;

/** Every path of the census that answers GET, from the built portal; it reads DATABASE_URL and serves nobody. */
export async function pagePaths() {
  const { createPortal, routeCensus } = await import('../../dist/libs/platform/http/src/index.js');
  const { readConfig } = await import('../../dist/libs/platform/config/src/index.js');
  const { PortalModule } = await import('../../dist/apps/portal/src/portal.module.js');
  const app = await createPortal(PortalModule, readConfig({ ...process.env, DEMO: '1', QUEUE_BACKEND: 'postgres' }));
  await app.init();
  const paths = routeCensus(app).filter(({ method, path }) => method === 'GET' && !NO_PAGE.test(path));
  await app.close();
  return [...new Set(paths.map(({ path }) => path))].sort();
}
