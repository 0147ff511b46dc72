// What a draft leaves on this device, and whether it may. A foreign computer keeps nothing; signing out clears it all.
//
// localStorage and not IndexedDB: it is written before the next line runs, so a power cut or a closed lid a moment after
// a keystroke loses nothing; a whole proposal is a few hundred kilobytes of the five megabytes there are.

const DRAFT = 'spryiannia:draft:';
const FOREIGN = 'spryiannia:foreign';
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
/** Caches and workers of ours begin so. */
const CACHES = 'spryiannia-';

/** Storage may be forbidden or full: then the page works as without it. */
function quietly(act, otherwise = null) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

export const isForeign = () => quietly(() => localStorage.getItem(FOREIGN) === 'yes', true);

export function setForeign(isIt) {
  quietly(() => (isIt ? localStorage.setItem(FOREIGN, 'yes') : localStorage.removeItem(FOREIGN)));
}

const keyOf = (person, path) => `${DRAFT}${person}:${path}`;

/** `{ title, version, base, values, at, isDirty }` of one page, null when there is none. */
export const readDraft = (person, path) =>
  quietly(() => JSON.parse(localStorage.getItem(keyOf(person, path)) ?? 'null'));

let isLeft = false;

/** false when the device has no room for it, or may not keep anything. */
export const keepDraft = (person, path, draft) =>
  !isForeign() &&
  !isLeft &&
  quietly(() => localStorage.setItem(keyOf(person, path), JSON.stringify(draft)) ?? true, false);

export const dropDraft = (person, path) => quietly(() => localStorage.removeItem(keyOf(person, path)));

const keys = () => quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(DRAFT)), []);

/** Everything of a person that the server does not have: `{ path, title, at }`. */
export function unsynced(person) {
  const own = keyOf(person, '');
  return keys()
    .filter((key) => key.startsWith(own))
    .map((key) => ({ path: key.slice(own.length), ...quietly(() => JSON.parse(localStorage.getItem(key)), {}) }))
    .filter(({ isDirty }) => isDirty)
    .map(({ path, title, at }) => ({ path, title, at }));
}

export function dropOldDrafts() {
  for (const key of keys()) {
    const at = quietly(() => JSON.parse(localStorage.getItem(key)).at, 0);
    if (!(Date.now() - at < KEPT_DAYS * DAY_MS)) quietly(() => localStorage.removeItem(key));
  }
}

/** Signing out: what is on its way out of this page is not kept any more. */
export function leaveDevice() {
  isLeft = true;
  return clearDevice();
}

/** Drafts, kept pages and the worker that keeps them. */
export async function clearDevice() {
  for (const key of keys()) quietly(() => localStorage.removeItem(key));
  if ('caches' in window)
    for (const name of await caches.keys()) if (name.startsWith(CACHES)) await caches.delete(name);
  const workers = (await navigator.serviceWorker?.getRegistrations?.()) ?? [];
  for (const worker of workers) await worker.unregister();
}
