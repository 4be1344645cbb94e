import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { TtyConnection } from '../../src/console/tty-connection.ts';
import type { TtyListener } from '../../src/console/tty-connection.ts';
import { ACK_EVERY, INPUT_AHEAD, INPUT_FRAME, TTY_PROTOCOL } from '../../src/console/tty-protocol.ts';
import { FakeSocket } from './fake-socket.ts';

const HELLO = {
  type: 'hello',
  console: 'c1',
  viewer: 'v1',
  kind: 'exec',
  mode: 'control',
  position: 0,
  columns: 80,
  rows: 24,
  label: '',
};

class Heard implements TtyListener {
  bytes: number[] = [];
  position = 0;
  messages: object[] = [];
  end: [number, string, number] | undefined;

  hello() {}

  output(bytes: Uint8Array, position: number) {
    this.bytes.push(...bytes);
    this.position = position;
  }

  message(message: object) {
    this.messages.push(message);
  }

  closed(code: number, reason: string, unsent: number) {
    this.end = [code, reason, unsent];
  }
}

let heard: Heard;

function open(hello: object = HELLO, seen?: { console: string; position: number }): [TtyConnection, FakeSocket] {
  const connection = new TtyConnection('ws://here/console/ticket', heard, seen);
  FakeSocket.last.say(hello);
  return [connection, FakeSocket.last];
}

beforeEach(() => {
  FakeSocket.install();
  heard = new Heard();
});

test('it speaks the terminals’ protocol, in bytes', () => {
  const [, socket] = open();
  assert.deepEqual(socket.protocols, [TTY_PROTOCOL]);
  assert.equal(socket.binaryType, 'arraybuffer');
});

test('a character cut between two frames stays bytes', () => {
  const [, socket] = open();
  socket.bytes(0xe2, 0x82);
  socket.bytes(0xac);
  assert.deepEqual(heard.bytes, [0xe2, 0x82, 0xac]);
  assert.equal(heard.position, 3);
});

test('what was seen before is not seen twice', () => {
  const [, socket] = open({ ...HELLO, position: 10 }, { console: 'c1', position: 13 });
  socket.bytes(10, 11);
  socket.bytes(12, 13, 14);
  assert.deepEqual(heard.bytes, [13, 14]);
  assert.equal(heard.position, 15);
});

test('another console has seen nothing', () => {
  const [, socket] = open({ ...HELLO, console: 'c2' }, { console: 'c1', position: 2 });
  socket.bytes(1, 2, 3);
  assert.deepEqual(heard.bytes, [1, 2, 3]);
});

test('it acks each 64 KiB at once, and less when it is quiet', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const [connection, socket] = open();
    connection.acknowledge(ACK_EVERY - 1);
    assert.deepEqual(socket.of('ack'), []);
    connection.acknowledge(ACK_EVERY);
    assert.deepEqual(socket.of('ack'), [{ type: 'ack', position: ACK_EVERY }]);
    connection.acknowledge(ACK_EVERY + 5);
    mock.timers.tick(1000);
    assert.equal(socket.of('ack').at(-1)?.position, ACK_EVERY + 5);
    mock.timers.tick(1000);
    assert.equal(socket.of('ack').length, 2);
  } finally {
    mock.timers.reset();
  }
});

test('after a gap it goes on at the position that it was told', () => {
  const [connection, socket] = open();
  socket.bytes(1);
  socket.say({ type: 'missed', bytes: 99, position: 100 });
  socket.bytes(2, 3);
  assert.equal(heard.position, 102);
  connection.acknowledge(ACK_EVERY + 100);
  assert.equal(socket.of('ack').at(-1)?.position, ACK_EVERY + 100);
});

test('a long paste is sent in small frames, as far ahead as is allowed and no further', () => {
  const [connection, socket] = open();
  const paste = new Uint8Array(10_000_000).map((_, index) => index % 251);
  connection.type(paste);
  assert.equal(socket.inputLength, INPUT_AHEAD);
  assert.ok(socket.input.every((frame) => frame.length <= INPUT_FRAME));
  for (let taken = 0; socket.inputLength < paste.length; ) {
    taken = Math.min(socket.inputLength, taken + 10_000);
    socket.say({ type: 'taken', position: taken });
    assert.ok(socket.inputLength - taken <= INPUT_AHEAD);
  }
  assert.deepEqual(Buffer.concat(socket.input), Buffer.from(paste));
  assert.equal(connection.waiting, 0);
});

test('Ctrl+C comes in the place of what still waits', () => {
  const [connection, socket] = open();
  connection.type(new Uint8Array(INPUT_AHEAD + 1000));
  connection.type(Uint8Array.of(3));
  socket.say({ type: 'taken', position: INPUT_AHEAD });
  assert.equal(socket.inputLength, INPUT_AHEAD + 1);
  assert.deepEqual([...(socket.input.at(-1) ?? [])], [3]);
});

test('what never left is told at the end', () => {
  const [connection, socket] = open();
  connection.type(new Uint8Array(INPUT_AHEAD + 7));
  socket.drop(1006, '');
  assert.deepEqual(heard.end, [1006, '', 7]);
});

test('nothing is typed into a connection before its hello or after its end', () => {
  const connection = new TtyConnection('ws://here/', heard);
  connection.type(Uint8Array.of(1));
  FakeSocket.last.say(HELLO);
  FakeSocket.last.drop(1001, 'The server stops');
  connection.type(Uint8Array.of(2));
  connection.send({ type: 'pause' });
  assert.equal(FakeSocket.last.inputLength, 0);
  assert.equal(FakeSocket.last.messages.length, 0);
});

test('a server that does not keep to the protocol is left', (context) => {
  context.mock.method(console, 'warn', () => {});
  for (const breach of [
    (socket: FakeSocket) => socket.say({ type: 'taken', position: 'x' }),
    (socket: FakeSocket) => socket.onmessage?.({ data: 'no JSON' }),
  ]) {
    const [, socket] = open();
    breach(socket);
    assert.equal(socket.closedWith, 4002);
  }
  new TtyConnection('ws://here/', heard);
  FakeSocket.last.bytes(1);
  assert.equal(FakeSocket.last.closedWith, 4002);
});

test('closing it is its owner’s own doing and is not told', () => {
  const [connection, socket] = open();
  connection.close();
  assert.equal(heard.end, undefined);
  assert.equal(socket.closedWith, 1000);
});
