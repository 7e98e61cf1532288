/**
 * Tells people who do not see the page what has changed on it.
 */

import { byId } from '../dom.js';

/** @param {string} text */
export function announce(text) {
  byId('announcer').textContent = text;
}
