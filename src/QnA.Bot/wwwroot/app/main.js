/**
 * Puts the chat page together.
 */

import { closePanel, openPanel, startPanel } from './articles/panel.js';
import { DirectLine } from './connection/direct-line.js';
import { Conversation } from './conversation/conversation.js';
import { receiptsOf, toMarkdown } from './conversation/export.js';
import { forget, load, save } from './conversation/keeping.js';
import { byId, download } from './dom.js';
import { chooseLanguage, language, t, useLanguage } from './language.js';
import { attachMenu, fillLanguages, labelTool } from './tools/tools.js';
import { Uploads } from './tools/uploads.js';
import { announce } from './view/announcer.js';
import { labelComposer, setBusy, startComposer } from './view/composer.js';
import { Filters } from './view/filters.js';
import { showSuggestions } from './view/suggestions.js';
import { Transcript } from './view/transcript.js';

/** @typedef {import('./conversation/conversation.js').Exchange} Exchange */

const config = await (await fetch('/chat/config')).json();
await chooseLanguage(config.languages.map((/** @type {{tag: string}} */ l) => l.tag));

const kept = load();
const filters = new Filters(config.articleLanguages, config.commands);
const transcript = new Transcript({ onOpen: openPanel, onRate: rate, onRetry: (exchange) => ask(exchange.question) });
let conversation = new Conversation(onExchange, kept.exchanges);
let line = connect(kept.session, kept.outbox);

label();
startPanel();
startComposer({ onAsk: askFiltered, onStop: stop });
fillLanguages(config.languages, language(), async (tag) => {
  await useLanguage(tag, true);
  label();
});
attachMenu(byId('save'), () => conversation.exchanges.length === 0
  ? [{ label: t('save.empty'), onchoose: () => {} }]
  : [
    { label: t('save.markdown'), onchoose: () => download('conversation.md', toMarkdown(conversation.exchanges), 'text/markdown') },
    { label: t('save.receipts'), onchoose: () => download('receipts.json', JSON.stringify(receiptsOf(conversation.exchanges), null, 2), 'application/json') },
  ]);
byId('new').addEventListener('click', beginAnew);
if (config.uploads) {
  const uploads = new Uploads(config.uploads);
  byId('add').hidden = false;
  byId('add').addEventListener('click', () => uploads.open());
}
byId('question').focus();

/** Writes everything that the page says in the interface's language. */
function label() {
  ['add', 'save', 'new'].forEach(labelTool);
  labelComposer();
  filters.label();
  transcript.showAll(conversation.exchanges);
  setBusy(conversation.current !== undefined);
  showSuggestions(askFiltered);
}

/**
 * @param {import('./connection/direct-line.js').Session|null} session
 * @param {any[]} outbox
 */
function connect(session, outbox) {
  const direct = new DirectLine({
    onActivity: (activity) => conversation.take(activity),
    onStatus: showStatus,
    onEnded: () => {
      conversation.abandon();
      transcript.note(t('status.ended'));
    },
    onUnsent: (activity) => conversation.fail(activity.channelData.clientActivityID),
    onChange: keep,
  }, session, outbox);
  direct.run();
  return direct;
}

/** @param {string} question */
function askFiltered(question) {
  ask(filters.apply(question));
}

/** @param {string} question */
function ask(question) {
  const exchange = conversation.ask(question);
  line.send({ type: 'message', text: question, textFormat: 'plain', locale: language(), channelData: { clientActivityID: exchange.key } });
}

function stop() {
  const exchange = conversation.current;
  if (exchange) {
    conversation.stop(exchange);
    line.send({ type: 'message', text: 'stop', textFormat: 'plain', channelData: { clientActivityID: `stop-${exchange.key}`, unseen: true } });
    announce(t('answer.stopped'));
  }
}

/**
 * Tells the bot what a person thinks of an answer, in the shape that Microsoft Teams gives it.
 * @param {Exchange} exchange
 * @param {'like'|'dislike'} reaction
 */
function rate(exchange, reaction) {
  conversation.rate(exchange, reaction);
  line.send({
    type: 'invoke', name: 'message/submitAction', replyToId: exchange.answers.at(-1)?.id,
    value: { actionName: 'feedback', actionValue: { reaction, feedback: JSON.stringify({ feedbackText: '' }) } },
  });
}

function beginAnew() {
  line.stop();
  closePanel();
  forget();
  transcript.clear();
  conversation = new Conversation(onExchange);
  line = connect(null, []);
  label();
  byId('question').focus();
}

/** @param {Exchange} exchange */
function onExchange(exchange) {
  transcript.show(exchange);
  setBusy(conversation.current !== undefined);
  keep();
}

function keep() {
  // While the first connection is being made, there is nothing to keep yet.
  if (line) {
    save({ session: line.session, outbox: line.outbox, exchanges: conversation.exchanges });
  }
}

/** @param {'connecting'|'online'|'offline'|'refused'} status */
function showStatus(status) {
  const texts = { connecting: '', online: '', offline: 'status.offline', refused: 'status.off' };
  byId('status').textContent = texts[status] ? t(texts[status]) : '';
  byId('status').hidden = !texts[status];
  document.body.dataset.connection = status;
}
