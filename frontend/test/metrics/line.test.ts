import assert from 'node:assert/strict';
import { test } from 'node:test';
import { polylines } from '../../src/metrics/line-data.ts';

test('heights become points, the highest at the top', () => {
  assert.deepEqual(polylines('0zi', 20, 10), ['0,10 10,0 20,4.9']);
});

test('a gap parts two lines, and a point alone is a dash', () => {
  assert.deepEqual(polylines('00--z', 40, 10), ['0,10 10,10', '37,0 40,0']);
  assert.deepEqual(polylines('', 40, 10), []);
});
