/**
 * Shows the conversation: each question as a heading, under it what was answered.
 */

import { byId, el, icon, iconButton } from '../dom.js';
import { t } from '../language.js';
import { announce } from './announcer.js';
import { renderAnswer } from './answer.js';
import { renderMarkdown } from './markdown.js';
import { close as closeQuoteCard } from './quote-card.js';

/** @typedef {import('../conversation/conversation.js').Exchange} Exchange */

/**
 * @typedef {object} Actions
 * @property {(citation: any, opener: HTMLElement) => void} onOpen
 * @property {(exchange: Exchange, reaction: 'like'|'dislike') => void} onRate
 * @property {(exchange: Exchange) => void} onRetry
 */

const NEAR_END = 120;

/**
 * Replaces what was shown; what has the focus in it keeps it.
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
function replaceWithFocus(old, fresh) {
  const focused = [...old.querySelectorAll('button, a')].indexOf(/** @type {Element} */ (document.activeElement));
  old.replaceWith(fresh);
  closeQuoteCard();
  /** @type {HTMLElement|undefined} */ ([...fresh.querySelectorAll('button, a')][focused])?.focus({ preventScroll: true });
}

export class Transcript {
  /** @type {Map<string, HTMLElement>} */
  #shown = new Map();

  /** @type {Actions} */
  #actions;

  /** @param {Actions} actions */
  constructor(actions) {
    this.#actions = actions;
  }

  /**
   * Shows an exchange as it is now.
   * @param {Exchange} exchange
   * @param {boolean} quiet Whether it is from before and needs no announcement.
   */
  show(exchange, quiet = false) {
    byId('welcome').hidden = true;
    const old = this.#shown.get(exchange.key);
    const fresh = this.#render(exchange);
    const follow = !old || this.#isAtEnd();
    if (old) {
      replaceWithFocus(old, fresh);
    } else {
      byId('transcript').append(fresh);
    }
    this.#shown.set(exchange.key, fresh);
    if (!quiet) {
      this.#announce(exchange);
      if (follow) {
        fresh.scrollIntoView({ block: old ? 'nearest' : 'start' });
      }
    }
  }

  /** Shows the whole conversation anew, as after a change of language. @param {Exchange[]} exchanges */
  showAll(exchanges) {
    exchanges.forEach((exchange) => this.show(exchange, true));
  }

  /** Takes everything off the page. */
  clear() {
    byId('transcript').replaceChildren();
    this.#shown.clear();
    byId('welcome').hidden = false;
  }

  /** @param {string} text */
  note(text) {
    byId('transcript').append(el('p', { class: 'divider' }, text));
  }

  /** @param {Exchange} exchange */
  #render(exchange) {
    return el('section', { class: 'exchange', 'data-state': exchange.state, 'aria-busy': String(exchange.state === 'thinking' || exchange.state === 'streaming') },
      el('h2', { class: 'question', dir: 'auto' }, exchange.question),
      el('div', { class: 'answer' }, ...this.#renderReply(exchange)));
  }

  /**
   * @param {Exchange} exchange
   * @returns {Node[]}
   */
  #renderReply(exchange) {
    const { state } = exchange;
    const answers = exchange.answers.flatMap((answer) => renderAnswer(answer, this.#actions.onOpen));
    if (state === 'failed') {
      return [...answers, el('p', { class: 'notice' }, t('answer.failed'), ' ',
        el('button', { type: 'button', class: 'link', onclick: () => this.#actions.onRetry(exchange) }, t('answer.retry')))];
    }
    if (state === 'waiting' || state === 'thinking') {
      return [el('p', { class: 'thinking' }, t(`answer.${state}`))];
    }
    if (state === 'streaming') {
      return [el('div', { class: 'partial' }, ...renderMarkdown(exchange.partial))];
    }
    const partial = answers.length === 0 && exchange.partial ? [el('div', { class: 'partial' }, ...renderMarkdown(exchange.partial))] : [];
    const stopped = state === 'stopped' ? [el('p', { class: 'notice' }, t('answer.stopped'))] : [];
    return [...answers, ...partial, ...stopped, ...(exchange.answers.length > 0 ? [this.#renderActions(exchange)] : [])];
  }

  /** @param {Exchange} exchange */
  #renderActions(exchange) {
    const rate = (/** @type {'like'|'dislike'} */ reaction) => {
      const button = iconButton(reaction, t(`action.${reaction}`), () => {
        this.#actions.onRate(exchange, reaction);
        announce(t('action.thanks'));
      });
      button.setAttribute('aria-pressed', String(exchange.feedback === reaction));
      return button;
    };
    const copy = iconButton('copy', t('action.copy'), async () => {
      await navigator.clipboard.writeText(exchange.answers.map((answer) => answer.text).join('\n\n'));
      copy.replaceChildren(icon('check'));
      announce(t('action.copied'));
    });
    const rated = exchange.answers.some((answer) => answer.receipt);
    return el('div', { class: 'actions' }, ...(rated ? [rate('like'), rate('dislike')] : []), copy);
  }

  /** @param {Exchange} exchange */
  #announce(exchange) {
    if (exchange.state === 'thinking') {
      announce(t('answer.thinking'));
    } else if (exchange.state === 'done' && exchange.feedback === null) {
      announce(t('answer.announce', { text: this.#shown.get(exchange.key)?.querySelector('.answer')?.textContent ?? '' }));
    }
  }

  #isAtEnd() {
    const page = document.documentElement;
    return page.scrollHeight - page.clientHeight - page.scrollTop < NEAR_END;
  }
}
