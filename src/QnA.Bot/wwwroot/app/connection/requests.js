/**
 * The requests of Direct Line, with their errors as the client must tell them apart.
 */

/** The conversation is over, or its token is. */
export class Ended extends Error {}

/** The bot refuses this request, and would again. */
export class Refused extends Error {}

const BASE = '/v3/directline';
const PATIENCE = 15_000;

/**
 * Begins a conversation.
 * @returns {Promise<import('./direct-line.js').Session>}
 */
export async function startSession() {
  const response = await fetch('/chat/token', { method: 'POST', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) {
    throw response.status === 429 ? new Error('busy') : new Refused(String(response.status));
  }
  const { conversationId, userId, token, expires_in: seconds } = await response.json();
  const session = { conversationId, userId, token, refreshAt: refreshTime(seconds), watermark: '' };
  await call(session, 'POST', '/conversations');
  return session;
}

/**
 * Makes a request of a conversation. The token is refreshed when half of its life is over.
 * @param {import('./direct-line.js').Session} session
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
export async function call(session, method, path, body) {
  if (Date.now() > session.refreshAt && path !== '/tokens/refresh') {
    const { token, expires_in: seconds } = await call(session, 'POST', '/tokens/refresh');
    session.token = token;
    session.refreshAt = refreshTime(seconds);
  }
  const response = await fetch(BASE + path, {
    method,
    headers: { Authorization: `Bearer ${session.token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (response.ok) {
    return response.json();
  }
  if (response.status === 401 || response.status === 403 || response.status === 404) {
    throw new Ended(path);
  }
  throw response.status === 429 || response.status >= 500 ? new Error(`${response.status}`) : new Refused(`${response.status}`);
}

/** @param {number} seconds */
const refreshTime = (seconds) => Date.now() + (seconds * 1000) / 2;
