import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { castBeats, rfbBeats } from '../../src/console/recording-file.ts';

const url = (bytes: Uint8Array) => `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`;

/** A piece as RfbLog writes it: without bytes, a connection to a screen of that size. */
function piece(millis: number, bytes: number[], width = 0, height = 0): Buffer {
  const head = Buffer.alloc(bytes.length ? 8 : 12);
  head.writeUInt32BE(millis, 0);
  head.writeUInt32BE(bytes.length, 4);
  if (!bytes.length) {
    head.writeUInt16BE(width, 8);
    head.writeUInt16BE(height, 10);
  }
  return Buffer.concat([head, Buffer.from(bytes)]);
}

const log = gzipSync(
  Buffer.concat([
    Buffer.from('BHRFB001'),
    piece(5, [], 640, 480),
    piece(20, [1, 2, 3]),
    piece(2000, [], 800, 600),
    piece(2500, [4]),
  ]),
);

test('a screen is read by its connections and their pieces', async () => {
  assert.deepEqual(await Array.fromAsync(rfbBeats(url(log))), [
    { at: 0.005, size: { width: 640, height: 480 } },
    { at: 0.02, bytes: Uint8Array.of(1, 2, 3) },
    { at: 2, size: { width: 800, height: 600 } },
    { at: 2.5, bytes: Uint8Array.of(4) },
  ]);
});

test('a file that a crash cut short ends there', async () => {
  const beats = await Array.fromAsync(rfbBeats(url(log.subarray(0, log.length - 9))));
  assert.deepEqual(beats[0], { at: 0.005, size: { width: 640, height: 480 } });
  assert.deepEqual(await Array.fromAsync(rfbBeats(url(Uint8Array.of()))), []);
});

test('a terminal is read line by line, its size first', async () => {
  const cast = '{"version":2,"width":80,"height":24}\n[0.5,"o","漢"]\n[1,"r","100x30"]\n[2,"o","cut sh';
  assert.deepEqual(await Array.fromAsync(castBeats(url(Buffer.from(cast)))), [
    { at: 0, code: 'r', text: '80x24' },
    { at: 0.5, code: 'o', text: '漢' },
    { at: 1, code: 'r', text: '100x30' },
  ]);
});
