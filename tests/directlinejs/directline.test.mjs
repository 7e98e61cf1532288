// Runs the real botframework-directlinejs against a running bot: QNA_URL=http://localhost:3978 npm test
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test from 'node:test';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
globalThis.window = globalThis;
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const bot = process.env.QNA_URL ?? 'http://localhost:3978';
const domain = `${bot}/v3/directline`;
const question = process.env.QNA_QUESTION ?? 'When does the ferry summer timetable begin?';
const expected = process.env.QNA_EXPECTED ?? '1 May';

// Ending a client errors its streams with 'conversation ended'; that is its way to say goodbye.
const ignoreEnd = () => {};

async function newToken() {
  const response = await fetch(`${domain}/tokens/generate`, {
    method: 'POST',
    headers: process.env.QNA_SECRET ? { Authorization: `Bearer ${process.env.QNA_SECRET}` } : {},
  });
  assert.equal(response.status, 200);
  return response.json();
}

function next(observable, predicate) {
  return new Promise((resolve, reject) => {
    const subscription = observable.subscribe({
      next: value => {
        if (predicate(value)) {
          resolve(value);
          setTimeout(() => subscription.unsubscribe());
        }
      },
      error: reject,
    });
  });
}

function post(line, text) {
  return new Promise((resolve, reject) =>
    line.postActivity({ type: 'message', text, from: { id: 'someone' } }).subscribe(resolve, reject));
}

for (const webSocket of [true, false]) {
  test(`a question is answered by ${webSocket ? 'WebSocket' : 'polling'}, and the own message comes back with its id`, async () => {
    const { token } = await newToken();
    const line = new DirectLine({ token, domain, webSocket, pollingInterval: 200 });
    const seen = [];
    line.activity$.subscribe({ next: activity => seen.push(activity), error: ignoreEnd });
    const answer = next(line.activity$, a => a.from.role === 'bot' && a.type === 'message' && a.text.includes(expected));

    const id = await post(line, question);

    assert.equal((await answer).replyToId, id);
    assert.equal(seen.find(a => a.id === id).text, question);
    line.end();
  });
}

test('after a cut the conversation goes on at its watermark', async () => {
  const { token } = await newToken();
  const line = new DirectLine({ token, domain });
  const seen = [];
  line.activity$.subscribe({ next: activity => seen.push(activity.id), error: ignoreEnd });
  const first = next(line.activity$, a => a.from.role === 'bot' && a.text?.includes(expected));
  await post(line, question);
  await first;
  line.end();

  const again = await fetch(`${domain}/conversations/${line.conversationId}?watermark=${line.watermark}`, {
    headers: { Authorization: `Bearer ${line.token}` },
  });
  const { token: newer, streamUrl, conversationId } = await again.json();
  const resumed = new DirectLine({ token: newer, streamUrl, conversationId, domain, watermark: line.watermark });
  const ids = [];
  const help = next(resumed.activity$, a => a.from.role === 'bot' && a.text?.includes('**help**'));
  resumed.activity$.subscribe({ next: activity => ids.push(activity.id), error: ignoreEnd });
  await post(resumed, 'help');
  await help;

  assert.equal(ids.filter(id => seen.includes(id)).length, 0);
  resumed.end();
});

test('a token is refreshed for the same conversation', async () => {
  const { token, conversationId } = await newToken();
  const response = await fetch(`${domain}/tokens/refresh`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });

  assert.equal(response.status, 200);
  assert.equal((await response.json()).conversationId, conversationId);
});

test('a token that is not valid any more is told as such', async () => {
  const { token } = await newToken();
  const line = new DirectLine({ token: `${token.slice(0, -4)}AAAA`, domain });
  line.activity$.subscribe({ error: ignoreEnd });
  const status = await next(line.connectionStatus$, s => s === ConnectionStatus.ExpiredToken || s === ConnectionStatus.FailedToConnect);

  assert.ok([ConnectionStatus.ExpiredToken, ConnectionStatus.FailedToConnect].includes(status));
  line.end();
});
