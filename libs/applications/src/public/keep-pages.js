// Pages of a proposal that were opened once open again without a connection: see service-worker.js.

const prefix = location.pathname.startsWith('/en/') ? '/en' : '';

/** The first page of all was loaded before there was a worker: it fetches it once more. */
export async function keepPages(worker) {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
  await navigator.serviceWorker.register(worker, { scope: `${prefix}/applications/` });
  if (navigator.serviceWorker.controller) return;
  const { active } = await navigator.serviceWorker.ready;
  const assets = performance.getEntriesByType('resource').map(({ name }) => name);
  active.postMessage({ keep: location.pathname, assets });
}
