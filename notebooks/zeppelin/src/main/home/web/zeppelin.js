// Zeppelin's REST API, as far as a report needs it.

/** The session is over or was never there. */
export class SignedOut extends Error {}
/** No answer from the server. */
export class Unreachable extends Error {}
/** No answer in the time given. */
export class Late extends Error {}
/** The server answered, and not with what was asked. */
export class Refused extends Error {}

/** What a broken or abandoned transfer means, whether it broke before or within the answer. */
const meaning = (problem) => (problem.name === 'TimeoutError' ? new Late() : new Unreachable());

async function ask(method, path, body, signal) {
  let response;
  try {
    response = await fetch(`/api/${path}`, {
      method,
      // Zeppelin redirects whoever is not signed in to its sign-in address.
      redirect: 'manual',
      headers: typeof body === 'string' ? { 'Content-Type': 'application/json' } : {},
      body,
      signal,
    });
  } catch (problem) {
    throw meaning(problem);
  }
  if (response.type === 'opaqueredirect' || response.status === 401) throw new SignedOut();
  if (!response.ok) throw new Refused(`HTTP ${response.status}`);
  try {
    return (await response.json()).body;
  } catch (problem) {
    throw meaning(problem);
  }
}

export async function signIn(userName, password) {
  try {
    await ask('POST', 'login', new URLSearchParams({ userName, password }));
    return true;
  } catch (problem) {
    if (problem instanceof Refused || problem instanceof SignedOut) return false;
    throw problem;
  }
}

/** Zeppelin answers a sign-out with 401, which here means that it worked. */
export async function signOut() {
  try {
    await ask('POST', 'login/logout');
  } catch (problem) {
    if (!(problem instanceof SignedOut) && !(problem instanceof Refused)) throw problem;
  }
}

export const notes = () => ask('GET', 'notebook');
export const note = (id) => ask('GET', `notebook/${encodeURIComponent(id)}`);

/**
 * Runs at once. A browser keeps six connections to a host and lets further requests wait unseen, which would count as
 * the server's slowness; one is kept for looking after runs.
 */
const SIDE_BY_SIDE = 5;
let running = 0;
const waiting = [];

async function inTurn(work) {
  if (running < SIDE_BY_SIDE) running++;
  else await new Promise((turn) => waiting.push(turn));
  try {
    return await work();
  } finally {
    if (waiting.length) waiting.shift()();
    else running--;
  }
}

/** Runs one paragraph to its end: {code, msg: [{type, data}]}. */
export const run = (noteId, paragraphId, params, milliseconds) =>
  inTurn(() =>
    ask(
      'POST',
      `notebook/run/${encodeURIComponent(noteId)}/${encodeURIComponent(paragraphId)}`,
      JSON.stringify({ params }),
      AbortSignal.timeout(milliseconds),
    ),
  );
