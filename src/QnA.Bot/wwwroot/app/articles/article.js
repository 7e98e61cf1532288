/**
 * Shows the text of an article with a quote marked, from what the bot says of its paragraphs.
 */

import { el } from '../dom.js';
import { formatDate, t } from '../language.js';

/**
 * Gets the address of the article page of a quote.
 * @param {any} citation
 */
export function addressOf(citation) {
  const query = new URLSearchParams({ start: citation.start, end: citation.end, version: citation.version });
  const segments = citation.articleId.split('/');
  // Segments that addresses treat as steps, and empty ones, would not arrive as they were sent.
  if (segments.every((/** @type {string} */ s) => !['', '.', '..'].includes(s))) {
    return `/articles/${segments.map(encodeURIComponent).join('/')}?${query}`;
  }
  query.set('id', citation.articleId);
  return `/articles?${query}`;
}

/**
 * @param {any} article
 * @returns {HTMLElement}
 */
export function renderArticle(article) {
  const text = el('article', { class: 'text', dir: 'auto', lang: article.language });
  for (const block of article.blocks) {
    const pieces = block.pieces.map(renderPiece);
    text.append(...(block.paragraph ? [el('p', { dir: 'auto', 'data-page': block.page && t('answer.page', { page: block.page }) }, ...pieces)] : pieces));
  }
  return text;
}

/**
 * What is known of an article, in one line.
 * @param {any} article
 */
export function aboutArticle(article) {
  const parts = [
    article.published ? el('time', { datetime: article.published }, formatDate(article.published)) : null,
    article.author ? el('bdi', {}, article.author) : null,
    article.url ? el('a', { href: article.url, target: '_blank', rel: 'noopener noreferrer' }, new URL(article.url).host) : null,
  ].filter((part) => part !== null);
  return el('p', { class: 'source' }, ...parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part])));
}

/** @param {{text: string, marked: boolean, control: string|null}} piece */
function renderPiece(piece) {
  const content = piece.control ? el('span', { class: 'control', title: piece.control }, piece.text) : piece.text;
  return piece.marked ? el('mark', {}, content) : content;
}
