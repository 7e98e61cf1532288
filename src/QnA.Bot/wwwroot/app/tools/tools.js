/**
 * The buttons at the top: add articles, save the conversation, begin a new one, choose the language.
 */

import { byId, el, icon } from '../dom.js';
import { t } from '../language.js';

/** Writes a tool's icon and name. @param {string} name */
export function labelTool(name) {
  byId(name).replaceChildren(icon(name), el('span', {}, t(`tools.${name}`)));
  byId(name).setAttribute('aria-label', t(`tools.${name}`));
}

/**
 * Makes a button open a menu, with the keys that menus have (WAI-ARIA Authoring Practices, menu button).
 * @param {HTMLElement} button
 * @param {() => {label: string, onchoose: () => void}[]} entries
 */
export function attachMenu(button, entries) {
  const close = () => {
    const menu = document.getElementById('menu');
    // Taking it off the page takes the focus from it, which closes it again.
    menu?.removeAttribute('id');
    menu?.remove();
    button.setAttribute('aria-expanded', 'false');
  };
  const open = () => {
    const items = entries().map(({ label, onchoose }) => el('button', {
      type: 'button', role: 'menuitem', tabindex: '-1', onclick: () => {
        close();
        button.focus();
        onchoose();
      },
    }, label));
    const menu = el('div', { id: 'menu', class: 'menu', role: 'menu', 'aria-label': t('tools.save') }, ...items);
    menu.addEventListener('keydown', (event) => onKey(event, items, close, button));
    menu.addEventListener('focusout', (event) => {
      if (!menu.contains(/** @type {Node|null} */ (event.relatedTarget)) && event.relatedTarget !== button) {
        close();
      }
    });
    button.after(menu);
    button.setAttribute('aria-expanded', 'true');
    items[0]?.focus();
  };
  button.addEventListener('click', () => (document.getElementById('menu') ? close() : open()));
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} items
 * @param {() => void} close
 * @param {HTMLElement} button
 */
function onKey(event, items, close, button) {
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items.at(next % items.length)?.focus();
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    close();
    button.focus();
  }
}

/**
 * Fills the choice of languages.
 * @param {{tag: string, name: string}[]} languages
 * @param {string} chosen
 * @param {(tag: string) => void} onChoose
 */
export function fillLanguages(languages, chosen, onChoose) {
  const select = /** @type {HTMLSelectElement} */ (byId('language'));
  select.replaceChildren(...languages.map(({ tag, name }) => el('option', { value: tag, lang: tag }, name)));
  select.value = chosen;
  select.addEventListener('change', () => onChoose(select.value));
}
