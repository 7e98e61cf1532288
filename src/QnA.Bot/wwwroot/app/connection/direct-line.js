/**
 * A Direct Line 3.0 client that keeps one conversation going through lost connections, restarts and reloads.
 */

import { Ended, Refused, call, startSession } from './requests.js';
import { listen } from './socket.js';

/**
 * @typedef {object} Session What is kept over a reload.
 * @property {string} conversationId
 * @property {string} userId
 * @property {string} token
 * @property {number} refreshAt When the token is to be refreshed, in milliseconds since 1970.
 * @property {string} watermark What has been seen.
 */

/**
 * @typedef {object} Handlers
 * @property {(activity: any) => void} onActivity An activity arrived.
 * @property {(status: 'connecting'|'online'|'offline'|'refused') => void} onStatus
 * @property {() => void} onEnded The bot no longer knows the conversation; another one begins.
 * @property {(activity: any) => void} onUnsent An activity was refused.
 * @property {() => void} onChange The session or what waits to be sent has changed.
 */

const LONGEST_WAIT = 15_000;

export class DirectLine {
  /** @type {Session|null} */
  session;

  /** @type {any[]} What has not been taken by the bot yet, oldest first. */
  outbox = [];

  /** @type {Handlers} */
  #handlers;
  #online = false;
  #sending = false;
  #stopped = new AbortController();
  #cut = new AbortController();
  #wake = () => {};

  /**
   * @param {Handlers} handlers
   * @param {Session|null} session A kept session, or null to begin anew.
   * @param {any[]} outbox What waited to be sent.
   */
  constructor(handlers, session, outbox) {
    this.#handlers = handlers;
    this.session = session;
    this.outbox = outbox;
    const signal = this.#stopped.signal;
    window.addEventListener('online', () => this.#wake(), { signal });
    window.addEventListener('offline', () => this.#cut.abort(), { signal });
  }

  /** Connects, and connects again whenever the connection is lost. */
  async run() {
    for (let failures = 0; !this.#stopped.signal.aborted;) {
      this.#cut = new AbortController();
      let refused = false;
      try {
        await this.#begin();
        failures = 0;
        await listen(this.session, AbortSignal.any([this.#cut.signal, this.#stopped.signal]), (batch) => this.#take(batch));
      } catch (error) {
        if (error instanceof Ended && this.session) {
          this.session = null;
          this.#handlers.onEnded();
          continue;
        }
        failures++;
        refused = error instanceof Refused;
      }
      this.#online = false;
      if (!this.#stopped.signal.aborted) {
        this.#setStatus(refused ? 'refused' : 'offline');
        await this.#pause(failures);
      }
    }
  }

  /**
   * Sends an activity, at once or as soon as there is a connection.
   * @param {any} activity
   */
  send(activity) {
    this.outbox.push(activity);
    this.#handlers.onChange();
    if (this.#online) {
      this.#flush().catch(() => this.#cut.abort());
    }
  }

  /** Ends the connection for good. */
  stop() {
    this.#stopped.abort();
    this.#wake();
  }

  async #begin() {
    if (!this.session) {
      this.#setStatus('connecting');
      this.session = await startSession();
      this.#handlers.onChange();
    }
    // What was missed comes first: an activity that was sent before the cut is then not sent again.
    const { conversationId, watermark } = this.session;
    this.#take(await call(this.session, 'GET', `/conversations/${conversationId}/activities?watermark=${encodeURIComponent(watermark)}`));
    await this.#flush();
    this.#online = true;
    this.#setStatus('online');
  }

  /** @param {{activities: any[], watermark: string}} batch */
  #take(batch) {
    if (!this.session || this.#stopped.signal.aborted) {
      return;
    }
    this.session.watermark = batch.watermark ?? this.session.watermark;
    for (const activity of batch.activities ?? []) {
      const own = activity.channelData?.clientActivityID;
      this.outbox = own ? this.outbox.filter((waiting) => waiting.channelData?.clientActivityID !== own) : this.outbox;
      this.#handlers.onActivity(activity);
    }
    this.#handlers.onChange();
  }

  async #flush() {
    if (this.#sending || !this.session) {
      return;
    }
    this.#sending = true;
    try {
      while (this.outbox.length > 0) {
        const [activity] = this.outbox;
        const body = { ...activity, from: { id: this.session.userId } };
        try {
          await call(this.session, 'POST', `/conversations/${this.session.conversationId}/activities`, body);
        } catch (error) {
          if (!(error instanceof Refused)) {
            throw error;
          }
          this.#handlers.onUnsent(activity);
        }
        this.outbox = this.outbox.filter((waiting) => waiting !== activity);
        this.#handlers.onChange();
      }
    } finally {
      this.#sending = false;
    }
  }

  /** @param {number} failures How many attempts have failed in a row. */
  #pause(failures) {
    const wait = failures === 0 ? 0 : Math.min(LONGEST_WAIT, 250 * 2 ** failures);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, navigator.onLine ? wait : LONGEST_WAIT);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }

  /** @param {'connecting'|'online'|'offline'|'refused'} status */
  #setStatus(status) {
    this.#handlers.onStatus(status);
  }
}
