/**
 * The number of a quote: pointing at it shows the quote, pressing it opens the article there.
 */

import { el } from '../dom.js';
import { t } from '../language.js';
import { attachQuoteCard } from './quote-card.js';

/**
 * @param {any} citation
 * @param {(citation: any, opener: HTMLElement) => void} onOpen
 * @returns {HTMLElement}
 */
export function citationNumber(citation, onOpen) {
  const number = el('button', {
    type: 'button', class: 'cite', 'aria-label': t('cite.label', { number: citation.number, title: citation.title ?? citation.articleId }),
    onclick: () => onOpen(citation, number),
  }, `[${citation.number}]`);
  attachQuoteCard(number, citation);
  return number;
}
