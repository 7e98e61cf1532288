/**
 * Shows the Markdown that the bot writes: paragraphs, quotes, lists, bold and links. What it does not know it shows as it stands.
 */

import { el } from '../dom.js';

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const INLINE = /\\([!-/:-@[-`{-~])|&(?:lt|gt|amp);|\*\*(.+?)\*\*|\[((?:\\.|[^\]\\])+)\]\((https?:\/\/[^\s()]+)\)/gs;

/**
 * Makes elements of Markdown.
 * @param {string} markdown
 * @returns {Node[]}
 */
export function renderMarkdown(markdown) {
  return markdown.split(/\n{2,}/).filter((block) => block.trim()).map(renderBlock);
}

/** @param {string} block */
function renderBlock(block) {
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('>'))) {
    return el('blockquote', { dir: 'auto' }, ...inline(lines.map((line) => line.replace(/^> ?/, '')).join('\n')));
  }
  if (lines.every((line) => line.startsWith('- '))) {
    return el('ul', {}, ...lines.map((line) => el('li', { dir: 'auto' }, ...inline(line.slice(2)))));
  }
  return el('p', { dir: 'auto' }, ...inline(block));
}

/**
 * @param {string} text
 * @returns {(Node|string)[]}
 */
function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, escaped, bold, label, address] = match;
    nodes.push(text.slice(from, match.index));
    from = match.index + all.length;
    if (escaped) {
      nodes.push(escaped);
    } else if (bold) {
      nodes.push(el('strong', {}, ...inline(bold)));
    } else if (label) {
      nodes.push(el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...inline(label)));
    } else {
      nodes.push(ENTITIES[/** @type {keyof typeof ENTITIES} */ (all)]);
    }
  }
  return [...nodes, text.slice(from)];
}
