/**
 * What was asked and answered, as the page shows it: made of the activities of Direct Line.
 */

/**
 * @typedef {object} Answer
 * @property {string} id The activity's id.
 * @property {string} text Markdown.
 * @property {any} [receipt] The answer as `qna ask --json` prints it; commands have none.
 */

/**
 * @typedef {object} Exchange
 * @property {string} key What the page calls it.
 * @property {string|null} id The id of the question's activity, once the bot has taken it.
 * @property {string} question
 * @property {'waiting'|'thinking'|'streaming'|'done'|'stopped'|'failed'} state
 * @property {string} partial The Markdown so far, while the answer is being made.
 * @property {Answer[]} answers
 * @property {'like'|'dislike'|null} feedback
 */

const LONG_ENOUGH = 100;

export class Conversation {
  /** @type {Exchange[]} */
  exchanges;

  /** @type {(exchange: Exchange) => void} */
  #onChange;

  /**
   * @param {(exchange: Exchange) => void} onChange Called after each change of an exchange.
   * @param {Exchange[]} exchanges What was kept.
   */
  constructor(onChange, exchanges = []) {
    this.#onChange = onChange;
    this.exchanges = exchanges;
  }

  /** The exchange that is being answered. */
  get current() {
    return this.exchanges.findLast((exchange) => ['waiting', 'thinking', 'streaming'].includes(exchange.state));
  }

  /**
   * Adds a question.
   * @param {string} question
   * @returns {Exchange}
   */
  ask(question) {
    return this.#add(crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, question);
  }

  /**
   * Stops waiting for an answer; what has come of it stays.
   * @param {Exchange} exchange
   */
  stop(exchange) {
    this.#set(exchange, { state: 'stopped' });
  }

  /** @param {string} key */
  fail(key) {
    const exchange = this.exchanges.find((e) => e.key === key);
    if (exchange) {
      this.#set(exchange, { state: 'failed' });
    }
  }

  /** What was under way will not be answered: the bot no longer knows of it. */
  abandon() {
    this.exchanges.filter((e) => e.state === 'thinking' || e.state === 'streaming').forEach((e) => this.#set(e, { state: 'failed' }));
  }

  /**
   * @param {Exchange} exchange
   * @param {'like'|'dislike'} reaction
   */
  rate(exchange, reaction) {
    this.#set(exchange, { feedback: reaction });
  }

  /**
   * Takes an activity, of the person or of the bot.
   * @param {any} activity
   */
  take(activity) {
    const key = activity.channelData?.clientActivityID;
    if (key && activity.type === 'message' && activity.from?.role !== 'bot') {
      this.#takeQuestion(key, activity);
      return;
    }
    const exchange = activity.replyToId && this.exchanges.find((e) => e.id === activity.replyToId);
    if (!exchange) {
      return;
    }
    const informs = activity.channelData?.streamType === 'informative';
    if (activity.type === 'typing' && activity.text && !informs && exchange.state !== 'stopped' && exchange.state !== 'done') {
      this.#set(exchange, { state: 'streaming', partial: activity.text });
    } else if (activity.type === 'message') {
      const answer = { id: activity.id, text: activity.text ?? '', receipt: activity.channelData?.qna };
      this.#set(exchange, { state: exchange.state === 'stopped' ? 'stopped' : 'done', partial: '', answers: [...exchange.answers, answer] });
    }
  }

  /**
   * @param {string} key
   * @param {any} activity
   */
  #takeQuestion(key, activity) {
    if (activity.channelData.unseen) {
      return;
    }
    const exchange = this.exchanges.find((e) => e.key === key) ?? this.#add(key, activity.text ?? '');
    this.#set(exchange, { id: activity.id, state: exchange.state === 'waiting' || exchange.state === 'failed' ? 'thinking' : exchange.state });
  }

  /**
   * @param {string} key
   * @param {string} question
   */
  #add(key, question) {
    /** @type {Exchange} */
    const exchange = { key, id: null, question, state: 'waiting', partial: '', answers: [], feedback: null };
    this.exchanges = [...this.exchanges, exchange].slice(-LONG_ENOUGH);
    this.#onChange(exchange);
    return exchange;
  }

  /**
   * @param {Exchange} exchange
   * @param {Partial<Exchange>} change
   */
  #set(exchange, change) {
    Object.assign(exchange, change);
    this.#onChange(exchange);
  }
}
