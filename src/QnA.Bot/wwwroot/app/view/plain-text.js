/**
 * Shows text that is not ours: letter for letter, but what would disguise it has no effect and is seen.
 */

import { el } from '../dom.js';

// Controls but for white space, and what makes a line read in another order than it is written (Unicode Standard Annex 9, section 2).
const DISGUISE = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069])/;

/**
 * @param {string} text
 * @returns {(Node|string)[]} What has the same text, joined.
 */
export function plainText(text) {
  return text.split(DISGUISE).map((part, i) => (i % 2 === 0
    ? part
    : el('span', { class: 'control', title: `U+${part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` }, part)));
}
