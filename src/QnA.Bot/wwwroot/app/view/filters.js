/**
 * Narrows questions to some of the articles: what is chosen stands as words before each question, as people write them by hand.
 */

import { byId, el, icon } from '../dom.js';
import { language, t } from '../language.js';
import { announce } from './announcer.js';

// The bot's own words (FilterWords), in the order in which the page shows them.
const WORDS = ['in', 'source', 'lang', 'since', 'until'];
const LISTS = ['in', 'source'];
const QUOTATION_MARKS = /["“”„]/g;

export class Filters {
  /** @type {string[]} */
  #commands;

  /** @type {string[]} */
  #languages;

  /**
   * @param {string[]} languages The languages of the articles.
   * @param {string[]} commands What a person can say that is no question.
   */
  constructor(languages, commands) {
    this.#languages = languages;
    this.#commands = commands;
    byId('filter').addEventListener('click', () => this.#toggle());
    byId('filters').addEventListener('input', () => this.#showChips());
    byId('filters').addEventListener('change', (event) => check(event.target));
    byId('filters').addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') {
        return;
      }
      // Enter would send the question.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape' || check(event.target)) {
        this.#toggle();
        byId(event.key === 'Enter' ? 'question' : 'filter').focus();
      }
    });
  }

  /** Puts what is chosen before a question; a command stays as it is. @param {string} question */
  apply(question) {
    const isCommand = this.#commands.includes(question.replace(/^\/+|[.!? ]+$/g, '').toLowerCase());
    return isCommand ? question : [...this.#chosen().map(([, , text]) => text), question].join(' ');
  }

  /** Writes the texts in the interface's language. */
  label() {
    byId('filter').replaceChildren(icon('filter'));
    byId('filter').setAttribute('aria-label', t('filters.title'));
    byId('filter').title = t('filters.title');
    const names = new Intl.DisplayNames([language()], { type: 'language' });
    const chosen = this.#field('lang').value;
    this.#field('lang').replaceChildren(
      el('option', { value: '' }, t('filters.all')), ...this.#languages.map((code) => el('option', { value: code }, names.of(code) ?? code)));
    this.#field('lang').value = chosen;
    this.#showChips();
  }

  #toggle() {
    const isOpen = byId('filters').toggleAttribute('hidden') === false;
    byId('filter').setAttribute('aria-expanded', String(isOpen));
    if (isOpen) {
      this.#field('in').focus();
    }
  }

  /** @returns {[string, string, string][]} The word, its value and both as they are written. */
  #chosen() {
    return WORDS.flatMap((word) => {
      const field = this.#field(word);
      const values = !field.validity.valid ? [] : LISTS.includes(word) ? field.value.split(',') : [field.value];
      return values.map((value) => value.replace(QUOTATION_MARKS, '').trim()).filter(Boolean).map((value) => /** @type {[string, string, string]} */ (
        [word, value, /\s/.test(value) ? `${word}:"${value}"` : `${word}:${value}`]));
    });
  }

  #showChips() {
    const chosen = this.#chosen();
    byId('chips').hidden = chosen.length === 0;
    byId('chips').replaceChildren(...chosen.map(([word, value, text]) => el('li', {},
      el('button', { type: 'button', class: 'chip', 'aria-label': t('filters.remove', { text }), onclick: () => this.#remove(word, value) },
        el('bdi', {}, text), icon('close')))));
  }

  /**
   * @param {string} word
   * @param {string} value
   */
  #remove(word, value) {
    const field = this.#field(word);
    field.value = LISTS.includes(word) ? this.#chosen().filter(([w, v]) => w === word && v !== value).map(([, v]) => v).join(', ') : '';
    this.#showChips();
    byId('filter').focus();
  }

  /** @param {string} word */
  #field(word) {
    return /** @type {HTMLInputElement} */ (byId(`filter-${word}`));
  }
}

/**
 * Tells whether what stands in a field is right, and says what is wrong.
 * @param {EventTarget|null} target
 */
function check(target) {
  const field = /** @type {HTMLInputElement} */ (target);
  const isRight = field.validity.valid;
  field.setAttribute('aria-invalid', String(!isRight));
  if (!isRight) {
    announce(t('filters.date'));
  }
  return isRight;
}
