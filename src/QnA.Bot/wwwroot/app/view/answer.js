/**
 * Shows an answer: its sentences with the numbers of their quotes, or why there is none.
 */

import { claimsOf } from '../conversation/claims.js';
import { el, icon } from '../dom.js';
import { hasText, t, tCount } from '../language.js';
import { citationNumber } from './citation.js';
import { renderMarkdown } from './markdown.js';
import { plainText } from './plain-text.js';
import { dateOf, sourceOf } from './source.js';

// The others were not looked for, so "not found" would be wrong.
const UNASKED = ['empty_question', 'question_too_long', 'no_content_words', 'no_articles'];

/** @typedef {(citation: any, opener: HTMLElement) => void} OpenCitation */

/**
 * Makes the elements of an answer.
 * @param {import('../conversation/conversation.js').Answer} answer
 * @param {OpenCitation} onOpen
 * @returns {Node[]}
 */
export function renderAnswer(answer, onOpen) {
  const receipt = answer.receipt;
  switch (receipt?.status) {
    case 'answered': return renderAnswered(receipt, onOpen);
    case 'conflict': return renderConflict(receipt, onOpen);
    case 'not_found': return renderNotFound(receipt, onOpen);
    default: return renderMarkdown(answer.text);
  }
}

/**
 * @param {any} receipt
 * @param {OpenCitation} onOpen
 */
function renderAnswered(receipt, onOpen) {
  const claims = claimsOf(receipt);
  const shown = new Set(claims.filter((claim) => claim.isQuote).map((claim) => claim.citations[0].number));
  const others = receipt.citations.filter((/** @type {any} */ citation) => !shown.has(citation.number));
  return [
    ...claims.map((claim) => (claim.isQuote ? renderQuote(claim.citations[0], onOpen) : renderSentence(claim, onOpen))),
    others.length > 0 ? renderSources(others, onOpen) : null,
    renderFooter(receipt),
  ].filter((node) => node !== null);
}

/**
 * @param {any} receipt
 * @param {OpenCitation} onOpen
 */
function renderConflict(receipt, onOpen) {
  const sides = claimsOf(receipt).map((claim) => {
    const published = claim.citations[0]?.published;
    return el('li', { class: 'side' },
      el('p', { class: 'side-date' }, published ? dateOf(published) : t('answer.undated')),
      ...(claim.isQuote
        ? [renderQuote(claim.citations[0], onOpen)]
        : [renderSentence(claim, onOpen), ...claim.citations.map((citation) => renderQuote(citation, onOpen))]));
  });
  return [
    el('p', { class: 'notice' }, t('answer.conflict')),
    el('ul', { class: 'sides' }, ...sides),
    renderFooter(receipt),
  ];
}

/**
 * @param {any} receipt
 * @param {OpenCitation} onOpen
 */
function renderNotFound(receipt, onOpen) {
  const why = receipt.why ?? { reason: '', message: receipt.text };
  const nearest = why.nearest ?? [];
  const missing = why.missingWords ?? [];
  const key = `why.${why.reason}`;
  return [
    el('p', { class: 'not-found' }, t(UNASKED.includes(why.reason) ? 'why.title.unasked' : 'why.title')),
    el('p', { class: 'why', dir: 'auto' }, hasText(key) ? t(key) : why.message),
    missing.length > 0
      ? el('p', { class: 'missing' }, t('missing'), ' ', ...missing.flatMap((/** @type {string} */ word) => [el('bdi', { class: 'word' }, word), ' ']))
      : null,
    nearest.length > 0
      ? el('section', { class: 'nearest' },
        el('h3', {}, tCount('nearest', nearest.length)),
        ...nearest.map((/** @type {any} */ citation) => renderNearest(citation, onOpen)))
      : null,
  ].filter((node) => node !== null);
}

/**
 * @param {import('../conversation/claims.js').Claim} claim
 * @param {OpenCitation} onOpen
 */
function renderSentence(claim, onOpen) {
  return el('p', { class: 'sentence', dir: 'auto' }, ...plainText(claim.text), ' ', ...claim.citations.map((citation) => citationNumber(citation, onOpen)));
}

/**
 * @param {any} citation
 * @param {OpenCitation} onOpen
 */
function renderQuote(citation, onOpen) {
  return el('figure', { class: 'quote' },
    el('blockquote', { class: 'quote-text', dir: 'auto' }, el('span', { class: 'words' }, ...plainText(citation.quote)), ' ', citationNumber(citation, onOpen)),
    el('figcaption', { class: 'source', dir: 'auto' }, ...sourceOf(citation)));
}

/**
 * @param {any} citation
 * @param {OpenCitation} onOpen
 */
function renderNearest(citation, onOpen) {
  const button = el('button', { type: 'button', class: 'link', onclick: () => onOpen(citation, button) }, t('nearest.read'));
  return el('figure', { class: 'quote' },
    el('blockquote', { class: 'quote-text', dir: 'auto' }, ...plainText(citation.quote)),
    el('figcaption', { class: 'source', dir: 'auto' }, ...sourceOf(citation), ' · ', button));
}

/**
 * @param {any[]} citations
 * @param {OpenCitation} onOpen
 */
function renderSources(citations, onOpen) {
  return el('section', { class: 'sources' },
    el('h3', {}, t('answer.sources')),
    ...citations.map((citation) => renderQuote(citation, onOpen)));
}

/** @param {any} receipt */
function renderFooter(receipt) {
  const parts = [tCount('answer.verified', receipt.citations.length), receipt.model, t('answer.time', { ms: Math.round(receipt.elapsedMs) })];
  return el('p', { class: 'proof' }, icon('check'), parts.filter(Boolean).join(' · '));
}
