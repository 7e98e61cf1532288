/**
 * A conversation as files: Markdown for people, receipts for `qna verify`.
 */

/** @typedef {import('./conversation.js').Exchange} Exchange */

/**
 * Writes the conversation as Markdown. The answers are the bot's own Markdown, with their quotes and sources.
 * @param {Exchange[]} exchanges
 */
export function toMarkdown(exchanges) {
  return exchanges
    .map((exchange) => [`## ${escapeLine(exchange.question)}`, ...exchange.answers.map((answer) => answer.text)].join('\n\n'))
    .join('\n\n') + '\n';
}

/**
 * Gets the receipts of every answer that has one.
 * @param {Exchange[]} exchanges
 * @returns {any[]}
 */
export const receiptsOf = (exchanges) => exchanges.flatMap((exchange) => exchange.answers.map((answer) => answer.receipt).filter(Boolean));

/** @param {string} text */
function escapeLine(text) {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
