/**
 * Keeps the conversation of a tab over reloads, and forgets it with the tab.
 */

const KEY = 'qna.conversation';

/**
 * @typedef {object} Kept
 * @property {import('../connection/direct-line.js').Session|null} session
 * @property {any[]} outbox
 * @property {import('./conversation.js').Exchange[]} exchanges
 */

/** @returns {Kept} */
export function load() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (kept && Array.isArray(kept.exchanges) && Array.isArray(kept.outbox)) {
      return kept;
    }
  } catch {
    // Something else stands there; the conversation begins anew.
  }
  return { session: null, outbox: [], exchanges: [] };
}

/** @param {Kept} kept */
export function save(kept) {
  for (let exchanges = kept.exchanges; ; exchanges = exchanges.slice(Math.ceil(exchanges.length / 2))) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ ...kept, exchanges }));
      return;
    } catch {
      // There is no room for all of it: the newest half is kept, or nothing.
      if (exchanges.length === 0) {
        return;
      }
    }
  }
}

export const forget = () => sessionStorage.removeItem(KEY);
