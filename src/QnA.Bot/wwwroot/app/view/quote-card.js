/**
 * The card that shows a quote while its number is pointed at or has the focus.
 */

import { byId, el } from '../dom.js';
import { plainText } from './plain-text.js';
import { sourceOf } from './source.js';

const MARGIN = 8;
const CARD = 'quote-card';

/**
 * Shows a quote beside its number while the number has attention. Escape hides it, and the pointer may move onto it.
 * @param {HTMLElement} number
 * @param {any} citation
 */
export function attachQuoteCard(number, citation) {
  let timer = 0;
  const show = () => {
    clearTimeout(timer);
    open(number, citation, () => clearTimeout(timer), hideSoon);
  };
  const hideSoon = () => {
    timer = setTimeout(close, 150);
  };
  number.addEventListener('pointerenter', show);
  number.addEventListener('focus', show);
  number.addEventListener('pointerleave', hideSoon);
  number.addEventListener('blur', close);
  number.addEventListener('click', close);
  number.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
    }
  });
}

/** Hides the card. */
export function close() {
  const card = document.getElementById(CARD);
  if (card) {
    document.querySelector(`[aria-describedby="${CARD}"]`)?.removeAttribute('aria-describedby');
    card.remove();
  }
}

/**
 * @param {HTMLElement} number
 * @param {any} citation
 * @param {() => void} onenter
 * @param {() => void} onleave
 */
function open(number, citation, onenter, onleave) {
  close();
  const card = el('div', { id: CARD, class: CARD, role: 'tooltip', onpointerenter: onenter, onpointerleave: onleave },
    el('p', { class: 'quote-text', dir: 'auto' }, ...plainText(citation.quote)),
    el('p', { class: 'source' }, ...sourceOf(citation)));
  byId('talk').append(card);
  number.setAttribute('aria-describedby', CARD);

  const anchor = number.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const above = anchor.top - height - MARGIN;
  card.style.left = `${Math.max(MARGIN, Math.min(anchor.left, document.documentElement.clientWidth - width - MARGIN))}px`;
  card.style.top = `${above >= MARGIN ? above : anchor.bottom + MARGIN}px`;
}
