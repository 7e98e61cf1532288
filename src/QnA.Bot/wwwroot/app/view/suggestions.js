/**
 * Offers something to begin with: what the articles report.
 */

import { byId, el } from '../dom.js';
import { formatDate, language } from '../language.js';

/**
 * Fetches and shows the suggestions; none are shown where there are none or the bot does not answer.
 * @param {(question: string) => void} onAsk
 */
export async function showSuggestions(onAsk) {
  try {
    const response = await fetch(`/chat/suggestions?language=${encodeURIComponent(language())}`);
    const suggestions = response.ok ? await response.json() : [];
    byId('suggestions').replaceChildren(...suggestions.map((/** @type {any} */ suggestion) => el('li', {},
      el('button', { type: 'button', class: 'suggestion', onclick: () => onAsk(suggestion.title) },
        el('span', { dir: 'auto', lang: suggestion.language }, suggestion.title),
        suggestion.published ? el('time', { datetime: suggestion.published }, formatDate(suggestion.published)) : null))));
    byId('suggestions-title').hidden = suggestions.length === 0;
  } catch {
    // The status line says that there is no connection.
  }
}
