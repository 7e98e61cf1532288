/**
 * Adds articles from files and addresses, shows how far each is, and removes them again.
 */

import { byId, el, icon, iconButton } from '../dom.js';
import { formatSize, t } from '../language.js';
import { announce } from '../view/announcer.js';
import { Unauthorized, list, remove, send, sendAddress } from './upload-requests.js';

const LOOK_AGAIN = 400;

/** @typedef {{needsKey: boolean, extensions: string[], maxFileBytes: number}} UploadSettings */
/** @typedef {{name: string, state: string, percent?: number, problems: string[]}} Sending */

export class Uploads {
  /** @type {UploadSettings} */
  #settings;
  #dialog = /** @type {HTMLDialogElement} */ (el('dialog', { class: 'uploads', 'aria-labelledby': 'uploads-title' }));
  #files = el('ul', { class: 'files' });
  /** @type {Map<string, Sending>} What is being sent, or was refused. */
  #sending = new Map();
  #key = '';

  /** @param {UploadSettings} settings */
  constructor(settings) {
    this.#settings = settings;
    document.body.append(this.#dialog);
    this.#catchDrops();
    this.#catchPastes();
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
      this.#renderAddress(),
      this.#files);
  }

  #renderAddress() {
    const field = /** @type {HTMLInputElement} */ (el('input', {
      type: 'url', id: 'address', required: true, pattern: 'https?://.+', maxlength: 2048, autocomplete: 'off', placeholder: 'https://',
    }));
    const form = el('form', { class: 'key' },
      el('label', { for: 'address' }, t('uploads.address')), field,
      el('button', { type: 'submit', class: 'button' }, t('uploads.address.add')));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#addAddress(field.value.trim());
      field.value = '';
    });
    return form;
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
      await this.#follow({ name: file.name, state: 'sending', percent: 0, problems: [] }, async (row) => {
        if (file.size > this.#settings.maxFileBytes) {
          throw new Error(t('uploads.kinds', { extensions: this.#settings.extensions.join(' '), size: formatSize(this.#settings.maxFileBytes) }));
        }
        await send(file, this.#key, (percent) => {
          row.percent = percent;
          this.#show([]);
        });
      });
    }
  }

  /** @param {string} address */
  async #addAddress(address) {
    announce(t('uploads.fetching'));
    await this.#follow({ name: address, state: 'fetching', problems: [] }, () => sendAddress(address, this.#key));
  }

  /**
   * Shows what is being added until it is there, or why it is not.
   * @param {Sending} row
   * @param {(row: Sending) => Promise<void>} add
   */
  async #follow(row, add) {
    this.#sending.set(row.name, row);
    this.#show([]);
    try {
      await add(row);
      this.#sending.delete(row.name);
    } catch (error) {
      // A TypeError is the browser's: the bot could not be reached.
      Object.assign(row, { state: 'failed', problems: [(!(error instanceof TypeError) && /** @type {Error} */ (error).message) || t('uploads.lost')] });
      announce(`${row.name}: ${row.problems[0]}`);
    }
    await this.#refresh();
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
    const isUnderWay = file.state === 'sending' || file.state === 'fetching';
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
      isUnderWay
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

  /** Where nothing is written, an address that is pasted while the dialog is open is added at once. */
  #catchPastes() {
    this.#dialog.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text').trim() ?? '';
      if (!(event.target instanceof HTMLInputElement) && /^https?:\/\/\S+$/i.test(text)) {
        event.preventDefault();
        this.#addAddress(text);
      }
    });
  }
}
