/**
 * Where questions are written.
 */

import { byId, icon } from '../dom.js';
import { t } from '../language.js';

/**
 * Starts the composer.
 * @param {{onAsk: (question: string) => void, onStop: () => void}} handlers
 */
export function startComposer({ onAsk, onStop }) {
  const form = byId('composer');
  const field = /** @type {HTMLTextAreaElement} */ (byId('question'));
  const ask = () => {
    const question = field.value.trim();
    if (question) {
      field.value = '';
      onAsk(question);
    }
    field.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  field.addEventListener('keydown', (event) => {
    // While an input method puts a character together, Enter chooses it.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      ask();
    }
  });
  byId('stop').addEventListener('click', () => {
    onStop();
    field.focus();
  });
}

/** Writes the composer's texts in the interface's language. */
export function labelComposer() {
  byId('question').setAttribute('placeholder', t('question.placeholder'));
  for (const name of ['send', 'stop']) {
    byId(name).replaceChildren(icon(name));
    byId(name).setAttribute('aria-label', t(name));
    byId(name).title = t(name);
  }
}

/** Shows the button that fits: to send, or to stop what is under way. @param {boolean} busy */
export function setBusy(busy) {
  byId('send').hidden = busy;
  byId('stop').hidden = !busy;
}
