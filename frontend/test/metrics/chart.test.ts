import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advanced, near, summary, withGaps } from '../../src/metrics/chart-data.ts';
import { worded } from '../../src/metrics/chart-units.ts';

const stretch = { from: 0, to: 60, step: 10, times: [10, 20, 50], lines: [[1, 2, 5]] };

test('a gap is an empty moment, so that no line crosses it', () => {
  assert.deepEqual(withGaps(stretch), [
    [10, 20, 30, 50],
    [1, 2, null, 5],
  ]);
});

test('a live chart moves on and stays as long as it was', () => {
  const moved = advanced(stretch, 75, [7]);
  assert.deepEqual(moved, { from: 15, to: 75, step: 10, times: [20, 50, 75], lines: [[2, 5, 7]] });
});

test('a moment that was there already is not added twice', () => {
  assert.equal(advanced(stretch, 50, [9]), stretch);
});

test('a line is told by its latest, lowest and highest value', () => {
  assert.deepEqual(summary([3, null, 1, 2]), { last: 2, lowest: 1, highest: 3 });
  assert.equal(summary([null]), undefined);
});

test('values carry their units', () => {
  assert.equal(worded(1536, 'bytes'), '1.5 KiB');
  assert.equal(worded(0, 'bytes-per-second'), '0 B/s');
  assert.equal(worded(null, 'cpus'), '–');
  assert.equal(worded(1.256, 'cpus'), '1.26');
  assert.equal(worded(0.4, 'per-second'), '0.4/s');
});

test('what happened close to a moment is told with it', () => {
  const marks = [{ time: 100, words: 'Started' }, { time: 300, words: 'Stopped' }];
  assert.deepEqual(near(marks, 104, 600), ['Started']);
  assert.deepEqual(near(marks, 200, 600), []);
});
