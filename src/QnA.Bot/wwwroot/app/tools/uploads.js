/**
 * Adds articles from files, shows how far each is, and removes them again.
 */

import { byId, el, icon, iconButton } from '../dom.js';
import { formatSize, t } from '../language.js';
import { announce } from '../view/announcer.js';
import { Unauthorized, list, remove, send } from './upload-requests.js';

const LOOK_AGAIN = 400;

/** @typedef {{needsKey: boolean, extensions: string[], maxFileBytes: number}} UploadSettings */

export class Uploads {
  /** @type {UploadSettings} */
  #settings;
  #dialog = /** @type {HTMLDialogElement} */ (el('dialog', { class: 'uploads', 'aria-labelledby': 'uploads-title' }));
  #files = el('ul', { class: 'files' });
  /** @type {Map<string, {name: string, state: string, percent?: number, problems: string[]}>} What is being sent, or was refused. */
  #sending = new Map();
  #key = '';

  /** @param {UploadSettings} settings */
  constructor(settings) {
    this.#settings = settings;
    document.body.append(this.#dialog);
    this.#catchDrops();
  }

  /** Opens the dialog. */
  async open() {
    if (!this.#dialog.open) {
      this.#render();
      this.#dialog.showModal();
    }
    await this.#refresh();
  }

  #render() {
    const { extensions, maxFileBytes, needsKey } = this.#settings;
    const input = el('input', {
      type: 'file', class: 'hidden', id: 'files', multiple: true, accept: extensions.join(','), tabindex: '-1', 'aria-hidden': 'true',
      onchange: () => {
        this.#add([.../** @type {FileList} */ (/** @type {HTMLInputElement} */ (input).files)]);
        /** @type {HTMLInputElement} */ (input).value = '';
      },
    });
    this.#dialog.replaceChildren(
      el('header', { class: 'panel-head' },
        el('h2', { id: 'uploads-title' }, t('uploads.title')),
        iconButton('close', t('uploads.close'), () => this.#dialog.close())),
      el('p', {}, t('uploads.text')),
      needsKey ? this.#renderKey() : '',
      el('div', { class: 'drop' },
        el('button', { type: 'button', class: 'button', onclick: () => input.click() }, t('uploads.choose')),
        el('p', { class: 'hint' }, t('uploads.kinds', { extensions: extensions.join(' '), size: formatSize(maxFileBytes) })),
        input),
      this.#files);
  }

  #renderKey() {
    const field = /** @type {HTMLInputElement} */ (el('input', { type: 'password', id: 'key', autocomplete: 'off', 'aria-describedby': 'key-text' }));
    const form = el('form', { class: 'key' },
      el('label', { for: 'key' }, t('uploads.key')), field,
      el('button', { type: 'submit', class: 'button' }, t('uploads.key.use')),
      el('p', { class: 'hint', id: 'key-text' }, t('uploads.key.text')));
    field.value = this.#key;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#key = field.value;
      this.#refresh();
    });
    return form;
  }

  /** @param {File[]} files */
  async #add(files) {
    for (const file of files) {
      const row = { name: file.name, state: 'sending', percent: 0, problems: /** @type {string[]} */ ([]) };
      this.#sending.set(file.name, row);
      try {
        if (file.size > this.#settings.maxFileBytes) {
          throw new Error(t('uploads.kinds', { extensions: this.#settings.extensions.join(' '), size: formatSize(this.#settings.maxFileBytes) }));
        }
        await send(file, this.#key, (percent) => {
          row.percent = percent;
          this.#show([]);
        });
        this.#sending.delete(file.name);
      } catch (error) {
        Object.assign(row, { state: 'failed', problems: [/** @type {Error} */ (error).message || t('uploads.lost')] });
        announce(`${file.name}: ${row.problems[0]}`);
      }
      await this.#refresh();
    }
  }

  async #refresh() {
    try {
      const files = await list(this.#key);
      this.#show(files);
      if (this.#dialog.open && files.some((/** @type {any} */ file) => file.state === 'waiting')) {
        setTimeout(() => this.#refresh(), LOOK_AGAIN);
      }
    } catch (error) {
      this.#files.replaceChildren(el('li', { class: 'notice' }, error instanceof Unauthorized && !this.#key ? t('uploads.key.text') : /** @type {Error} */ (error).message || t('uploads.lost')));
    }
  }

  /** @param {any[]} files */
  #show(files) {
    this.#known = files.length > 0 || this.#sending.size === 0 ? files : this.#known;
    const rows = [...this.#sending.values(), ...this.#known];
    this.#files.replaceChildren(...(rows.length > 0 ? rows.map((row) => this.#renderFile(row)) : [el('li', { class: 'hint' }, t('uploads.none'))]));
  }

  /** @type {any[]} */
  #known = [];

  /** @param {any} file */
  #renderFile(file) {
    const isSending = file.state === 'sending';
    const onremove = async () => {
      if (!this.#sending.delete(file.name)) {
        await remove(file.name, this.#key);
      }
      announce(t('uploads.removed', { name: file.name }));
      await this.#refresh();
      this.#dialog.querySelector('button')?.focus();
    };
    return el('li', { class: 'file', 'data-state': file.state },
      el('span', { class: 'file-name', dir: 'auto' }, file.name),
      el('span', { class: 'file-state' },
        file.state === 'ready' ? icon('check') : null,
        t(`uploads.${file.state}`, { percent: file.percent ?? 0 })),
      isSending
        ? el('progress', { max: 100, value: file.percent, 'aria-label': file.name })
        : iconButton('remove', t('uploads.remove', { name: file.name }), onremove),
      ...file.problems.map((/** @type {string} */ problem) => el('p', { class: 'problem', dir: 'auto' }, problem)));
  }

  #catchDrops() {
    const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;
    document.addEventListener('dragover', (event) => {
      if (hasFiles(event)) {
        event.preventDefault();
        document.body.dataset.drop = t('uploads.drop');
      }
    });
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) {
        delete document.body.dataset.drop;
      }
    });
    document.addEventListener('drop', async (event) => {
      delete document.body.dataset.drop;
      if (hasFiles(event)) {
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        await this.open();
        await this.#add(files);
      }
    });
  }
}
