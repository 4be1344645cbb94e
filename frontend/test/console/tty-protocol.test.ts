import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decode, encode, TTY_PROTOCOL } from '../../src/console/tty-protocol.ts';
import type { ClientMessage, ServerMessage } from '../../src/console/tty-protocol.ts';

/** The same samples are checked on the server. */
interface Samples {
  protocol: string;
  client: ClientMessage[];
  server: ServerMessage[];
  'malformed-server': unknown[];
}
const file = new URL('../../../src/test/resources/console/tty-v1-samples.json', import.meta.url);
const samples = JSON.parse(readFileSync(file, 'utf8')) as Samples;

test('the protocol has the name of the samples', () => assert.equal(TTY_PROTOCOL, samples.protocol));

test('what the server sends is understood whole', () => {
  assert.ok(samples.server.length > 0);
  for (const sample of samples.server) {
    assert.deepEqual(decode(JSON.stringify(sample)), sample);
  }
});

test('each word of the server has a sample', () => {
  const types = new Set(samples.server.map((sample) => sample.type));
  assert.deepEqual([...types].sort(), ['exit', 'hello', 'missed', 'presence', 'resize', 'taken']);
});

test('what a client says is of the vocabulary', () => {
  const types = new Set(samples.client.map((sample) => sample.type));
  assert.deepEqual([...types].sort(), ['ack', 'control', 'pause', 'resize', 'resume', 'signal']);
  for (const sample of samples.client) {
    assert.deepEqual(JSON.parse(encode(sample)), sample);
  }
});

test('what is malformed is refused', () => {
  assert.ok(samples['malformed-server'].length > 0);
  for (const sample of samples['malformed-server']) {
    assert.throws(() => decode(JSON.stringify(sample)), `${JSON.stringify(sample)} was taken`);
  }
  for (const frame of ['', 'null', '[]', '"hello"', '{']) {
    assert.throws(() => decode(frame), `${frame} was taken`);
  }
});

test('a word of a later version is let pass, as is a field', () => {
  assert.equal(decode('{"type":"weather"}'), undefined);
  assert.equal(decode('{"type":"toString"}'), undefined);
  assert.deepEqual(decode('{"type":"taken","position":1,"mood":2}'), { type: 'taken', position: 1, mood: 2 });
});
