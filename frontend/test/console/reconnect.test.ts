import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { BackOff } from '../../src/console/reconnect.ts';

test('each attempt waits longer than the one before, up to half a minute', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const backOff = new BackOff();
    let attempts = 0;
    const delays = Array.from({ length: 9 }, () => {
      const delay = backOff.schedule(() => attempts++, () => 0.5);
      mock.timers.tick(delay);
      return delay;
    });
    assert.deepEqual(delays, [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    assert.equal(attempts, 9);
    backOff.reset();
    assert.equal(backOff.schedule(() => attempts++, () => 0.5), 500);
    backOff.cancel();
    mock.timers.tick(60_000);
    assert.equal(attempts, 9);
  } finally {
    mock.timers.reset();
  }
});
