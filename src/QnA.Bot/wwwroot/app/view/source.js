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
  for (const copy of citation.alsoIn ?? []) {
    parts.push(alsoIn(copy));
  }
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

/** @param {any} copy another article that has the same text */
function alsoIn(copy) {
  const title = el('bdi', {}, ...plainText(copy.title ?? copy.articleId));
  const linked = /^https?:/.test(copy.url ?? '') ? el('a', { href: copy.url, target: '_blank', rel: 'noopener noreferrer' }, title) : title;
  return el('span', { class: 'also-in' }, t('answer.alsoIn'), ' ', linked, ...(copy.published ? [' (', dateOf(copy.published), ')'] : []));
}

/** @param {string} published */
export const dateOf = (published) => el('time', { datetime: published }, formatDate(published));
