/**
 * What is said of where a quote comes from: title, date and page.
 */

import { el } from '../dom.js';
import { formatDate, t } from '../language.js';
import { plainText } from './plain-text.js';

/**
 * @param {any} citation
 * @returns {(Node|string)[]}
 */
export function sourceOf(citation) {
  const parts = [el('bdi', { class: 'source-title' }, ...plainText(citation.title ?? citation.articleId))];
  if (citation.published) {
    parts.push(dateOf(citation.published));
  }
  if (citation.page) {
    parts.push(el('span', {}, t('answer.page', { page: citation.page })));
  }
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

/** @param {string} published */
export const dateOf = (published) => el('time', { datetime: published }, formatDate(published));
