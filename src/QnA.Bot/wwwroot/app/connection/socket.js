/**
 * Hears what comes in a conversation: through a WebSocket, or by asking every second where a network lets none through.
 */

import { call } from './requests.js';

const POLL_INTERVAL = 1000;

let socketsFail = false;

/**
 * Listens until the connection is lost or cut.
 * @param {import('./direct-line.js').Session} session
 * @param {AbortSignal} signal Cuts the connection.
 * @param {(batch: any) => void} onBatch
 * @returns {Promise<void>}
 */
export async function listen(session, signal, onBatch) {
  if (!socketsFail) {
    socketsFail = !(await listenToSocket(session, signal, onBatch));
    return;
  }
  while (!signal.aborted) {
    onBatch(await call(session, 'GET', `/conversations/${session.conversationId}/activities?watermark=${encodeURIComponent(session.watermark)}`));
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL));
  }
}

/**
 * @param {import('./direct-line.js').Session} session
 * @param {AbortSignal} signal
 * @param {(batch: any) => void} onBatch
 * @returns {Promise<boolean>} Whether there was a connection at all.
 */
async function listenToSocket(session, signal, onBatch) {
  const { streamUrl, token } = await call(session, 'GET', `/conversations/${session.conversationId}?watermark=${encodeURIComponent(session.watermark)}`);
  session.token = token;
  // The bot may know itself by another address than the one that this page was opened at; a page speaks to its own.
  const { pathname, search } = new URL(streamUrl);
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${pathname}${search}`);
  return new Promise((resolve) => {
    let opened = false;
    signal.addEventListener('abort', () => {
      socket.close();
      resolve(true);
    }, { once: true });
    socket.addEventListener('open', () => {
      opened = true;
    });
    socket.addEventListener('message', ({ data }) => {
      if (data && !signal.aborted) {
        onBatch(JSON.parse(data));
      }
    });
    socket.addEventListener('close', () => resolve(opened));
  });
}
