/**
 * Takes the text of an answer apart into its sentences and the numbers of the quotes that carry each.
 */

/**
 * @typedef {object} Claim
 * @property {string} text The sentence, without its numbers.
 * @property {any[]} citations The quotes that carry it.
 * @property {boolean} isQuote Whether the sentence is its quote.
 */

/**
 * Reads the claims of an answer: sentences apart by an empty line, each followed by its numbers: `It opened in May. [1][2]`.
 * A sentence that is its quote may itself have empty lines.
 * @param {any} receipt
 * @returns {Claim[]}
 */
export function claimsOf(receipt) {
  /** @type {Claim[]} */
  const claims = [];
  const citations = receipt.citations ?? [];
  let rest = receipt.text ?? '';
  while (rest) {
    const quoted = citations.find((c) => rest.startsWith(`${c.quote} [${c.number}]`));
    const end = quoted ? rest.indexOf('\n\n', quoted.quote.length) : rest.indexOf('\n\n');
    const paragraph = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : rest.slice(end + 2);
    const numbers = /\s((?:\[\d+\])+)$/.exec(paragraph);
    const text = numbers ? paragraph.slice(0, numbers.index) : paragraph;
    const carrying = numbers
      ? [...numbers[1].matchAll(/\d+/g)].map(([number]) => citations.find((c) => c.number === Number(number))).filter(Boolean)
      : [];
    claims.push({ text, citations: carrying, isQuote: carrying.length === 1 && carrying[0].quote === text });
  }
  return claims;
}
