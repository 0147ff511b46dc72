// One save, and what became of it.

const TIMEOUT_MS = 30_000;

/** `form.action` would be the button of that name. */
export const addressOf = (form) => new URL(form.getAttribute('action'), location.href);

/** The page as it is saved now, with a token that is good; null when it does not open any more. */
export async function freshPage(form) {
  const answer = await fetch(addressOf(form), { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (answer.status !== 200) return null;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.forms].find((one) => one.getAttribute('action') === form.getAttribute('action')) ?? null;
}

async function post(form, version) {
  const body = new URLSearchParams(new FormData(form));
  body.set('version', version);
  body.set('action', 'autosave');
  const answer = await fetch(addressOf(form), {
    ...{ method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) },
    headers: { accept: 'application/json' },
  });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`answered ${answer.status}`);
  return answer.headers.get('content-type')?.includes('json') ? answer.json() : null;
}

/**
 * `{ version, at }` saved; `{ stale }`; `{ refused: [words] }`; `{ over }` the session is over or the page closed.
 * @throws when there is no connection, or the server cannot answer now: to be tried again
 */
export async function send(form, version) {
  const answer = await post(form, version);
  if (answer) return answer;
  const page = await freshPage(form);
  if (!page) return { over: true };
  form.elements._csrf.value = page.elements._csrf.value;
  return (await post(form, version)) ?? { over: true };
}
