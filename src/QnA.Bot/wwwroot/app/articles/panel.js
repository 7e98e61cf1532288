/**
 * The article beside the conversation, scrolled to the quote; on a narrow screen it lies over the conversation.
 */

import { byId, el, icon, iconButton } from '../dom.js';
import { t } from '../language.js';
import { plainText } from '../view/plain-text.js';
import { aboutArticle, addressOf, renderArticle } from './article.js';

const NARROW = matchMedia('(max-width: 60rem)');

/** @type {HTMLElement|null} What opened the panel and gets the focus back. */
let opener = null;
let request = new AbortController();

/** Lets Escape close the panel, and a wider screen take its cover away. */
export function startPanel() {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !byId('panel').hidden && !document.querySelector('dialog[open]')) {
      closePanel();
    }
  });
  NARROW.addEventListener('change', cover);
}

/**
 * Opens the article of a quote.
 * @param {any} citation
 * @param {HTMLElement} from What was pressed.
 */
export async function openPanel(citation, from) {
  opener = from;
  request.abort();
  request = new AbortController();
  const address = addressOf(citation);
  const title = el('h2', { class: 'panel-title', tabindex: '-1', dir: 'auto' }, ...plainText(citation.title ?? citation.articleId));
  const body = el('div', { class: 'panel-body', tabindex: '0', role: 'region', 'aria-label': t('panel.label') }, el('p', { class: 'thinking' }, t('panel.loading')));
  byId('panel').replaceChildren(
    el('header', { class: 'panel-head' },
      title,
      el('a', { class: 'icon-button', href: `${address}#quote`, target: '_blank', rel: 'noopener', 'aria-label': t('panel.open'), title: t('panel.open') }, icon('open')),
      iconButton('close', t('panel.close'), closePanel)),
    body);
  byId('panel').hidden = false;
  document.body.classList.add('reading');
  cover();
  title.focus({ preventScroll: true });
  try {
    const response = await fetch(`${address}&format=json`, { signal: request.signal });
    const article = await response.json();
    body.replaceChildren(...(response.ok ? show(article, citation, title) : [el('p', { class: 'notice' }, article.error)]));
    body.querySelector('mark')?.scrollIntoView({ block: 'center' });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) {
      body.replaceChildren(el('p', { class: 'notice' }, t('panel.failed')));
    }
  }
}

/** Closes the panel. */
export function closePanel() {
  request.abort();
  byId('panel').hidden = true;
  byId('panel').replaceChildren();
  document.body.classList.remove('reading');
  cover();
  (opener?.isConnected ? opener : byId('question')).focus();
}

/**
 * @param {any} article
 * @param {any} citation
 * @param {HTMLElement} title
 */
function show(article, citation, title) {
  title.replaceChildren(...plainText(article.title));
  const text = renderArticle(article);
  const marked = [...text.querySelectorAll('mark')].map((mark) => mark.textContent).join('');
  // The bot cut the quote from the article; this page sees for itself that the words are the same.
  const same = !article.quoteMissing && marked === citation.quote;
  return [
    aboutArticle(article),
    same
      ? el('p', { class: 'proof' }, icon('check'), t('panel.verified'))
      : el('p', { class: 'notice' }, t('panel.changed')),
    text,
  ];
}

/** Where the panel covers the conversation, what lies under it cannot be reached. */
function cover() {
  const covered = NARROW.matches && !byId('panel').hidden;
  for (const element of [byId('talk'), byId('composer'), document.querySelector('.bar'), document.querySelector('.skip')]) {
    element?.toggleAttribute('inert', covered);
  }
}
