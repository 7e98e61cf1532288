/**
 * The interface's language: one JSON file each in `/languages`, the same that the article pages are written with.
 */

const KEPT = 'qna.language';

/** @type {Record<string, string>} */
let texts = {};
let current = 'en';
let plurals = new Intl.PluralRules('en');

/** @returns {string} The language's BCP 47 tag. */
export const language = () => current;

/**
 * Chooses the language: what the person chose before, else the first of the browser's that there is, else English.
 * @param {string[]} available
 * @returns {Promise<void>}
 */
export async function chooseLanguage(available) {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].filter(Boolean).map((tag) => /** @type {string} */ (tag).toLowerCase());
  const found = wanted.flatMap((tag) => [tag, tag.split('-')[0]]).find((tag) => available.includes(tag));
  await useLanguage(found ?? 'en');
}

/**
 * Loads a language and writes it into the page.
 * @param {string} tag
 * @param {boolean} [keep] Whether the person chose it.
 */
export async function useLanguage(tag, keep = false) {
  const response = await fetch(`/languages/${tag}.json`);
  texts = await response.json();
  current = tag;
  plurals = new Intl.PluralRules(tag);
  if (keep) {
    localStorage.setItem(KEPT, tag);
  }
  document.documentElement.lang = tag;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t(/** @type {HTMLElement} */ (element).dataset.text ?? '');
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(/** @type {HTMLElement} */ (element).dataset.label ?? ''));
  }
}

/**
 * Gets a text.
 * @param {string} key
 * @param {Record<string, string|number>} [values] What stands for `{name}` in it.
 */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** Tells whether there is a text. @param {string} key */
export const hasText = (key) => key in texts;

/**
 * Gets the text of a count: `key.one`, `key.other` or what else the language has.
 * @param {string} key
 * @param {number} count
 */
export function tCount(key, count) {
  const form = `${key}.${plurals.select(count)}`;
  return t(form in texts ? form : `${key}.other`, { count });
}

/**
 * Writes a date as exactly as its source gave it: a year, a month or a day.
 * @param {string} published ISO 8601.
 */
export function formatDate(published) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(published);
  if (!parts) {
    return published;
  }
  const [, year, month, day] = parts;
  const date = new Date(Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1));
  return new Intl.DateTimeFormat(current, {
    timeZone: 'UTC', year: 'numeric', month: month ? 'long' : undefined, day: day ? 'numeric' : undefined,
  }).format(date);
}

/** Writes a size. @param {number} bytes */
export function formatSize(bytes) {
  const mega = bytes >= 1024 * 1024;
  return new Intl.NumberFormat(current, { style: 'unit', unit: mega ? 'megabyte' : 'kilobyte', maximumFractionDigits: mega ? 1 : 0 })
    .format(bytes / (mega ? 1024 * 1024 : 1024));
}
