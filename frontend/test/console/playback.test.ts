import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Playback } from '../../src/console/playback.ts';
import type { Beat } from '../../src/console/playback.ts';

const BEATS = [0, 1, 2, 4, 10.2].map((at) => ({ at }));

function player() {
  const clock = { now: 100 };
  const shown: number[] = [];
  const opened = { times: 0 };
  const playback = new Playback<Beat>(
    10,
    async function* () {
      opened.times++;
      yield* BEATS;
    },
    { reset: () => void (shown.length = 0), show: ({ at }) => void shown.push(at) },
    () => clock.now,
  );
  return { clock, shown, opened, playback };
}

async function settle() {
  for (let i = 0; i < 50; i++) {
    await Promise.resolve();
  }
}

test('a look forward shows all up to there, a look back begins anew', async () => {
  const { shown, opened, playback } = player();
  await playback.seek(2);
  assert.deepEqual(shown, [0, 1, 2]);
  await playback.seek(5);
  assert.deepEqual(shown, [0, 1, 2, 4]);
  assert.equal(opened.times, 1);
  await playback.seek(1.5);
  assert.deepEqual(shown, [0, 1]);
  assert.equal(opened.times, 2);
  assert.equal(playback.playing, false);
});

test('the end shows what came last, be it late', async () => {
  const { shown, playback } = player();
  await playback.seek(10);
  assert.deepEqual(shown, [0, 1, 2, 4, 10.2]);
});

test('it plays by the clock, at its speed, and stops at the end', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { clock, shown, playback } = player();
    const pass = async (seconds: number) => {
      clock.now += seconds;
      mock.timers.tick(seconds * 1000);
      await settle();
    };
    playback.speed = 2;
    playback.play();
    await settle();
    assert.deepEqual(shown, [0]);
    await pass(0.5);
    assert.deepEqual(shown, [0, 1]);
    playback.pause();
    await pass(60);
    assert.deepEqual(shown, [0, 1]);
    assert.equal(playback.position, 1);
    playback.play();
    await pass(0.5);
    assert.deepEqual(shown, [0, 1, 2]);
    await pass(1);
    await pass(3);
    assert.equal(playback.playing, false);
    assert.equal(playback.position, 10);
  } finally {
    mock.timers.reset();
  }
});

test('what cannot be read is told', async () => {
  const playback = new Playback<Beat>(
    1,
    () => ({ next: () => Promise.reject(new Error('gone')) }),
    { reset: () => {}, show: () => {} },
  );
  let told = '';
  playback.onerror = (error) => (told = String(error));
  await playback.seek(1);
  assert.match(told, /gone/);
});
