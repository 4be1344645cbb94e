import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grouped, level, scale, told } from '../../src/metrics/heat-data.ts';

const cell = { id: 'e.1', name: 'web', group: 'atlas', amount: 1, limit: 4 };
const shares = [0.05, 0.2, 0.4];

test('a cell is as warm as its share of its limit', () => {
  assert.equal(level(cell, shares, true), 2);
  assert.equal(level({ ...cell, amount: 0.2 }, shares, true), 1);
  assert.equal(level({ ...cell, amount: 0 }, shares, true), 0);
  assert.equal(level({ ...cell, limit: null }, shares, true), 0);
  assert.equal(level({ ...cell, amount: null }, shares, true), undefined);
});

test('without limits it is as warm as its amount', () => {
  assert.equal(level({ ...cell, amount: 2048 }, [1024, 4096], false), 1);
});

test('a cell is told with its limit and its share', () => {
  assert.equal(told(cell, 'cpus', '{0} of {1}'), '1 of 4 (25%)');
  assert.equal(told({ ...cell, amount: 1536, limit: null }, 'bytes-per-second', '{0} of {1}'), '1.5 KiB/s');
  assert.equal(told({ ...cell, amount: null }, 'cpus', '{0} of {1}'), '–');
});

test('the legend has a number for each level', () => {
  assert.deepEqual(scale(shares, 'cpus', true), ['< 5%', '5% – 20%', '20% – 40%', '≥ 40%']);
  assert.deepEqual(scale([1024], 'bytes', false), ['< 1 KiB', '≥ 1 KiB']);
});

test('cells stand among their own', () => {
  const other = { ...cell, id: 'e.2', group: 'borea' };
  const third = { ...cell, id: 'e.3' };
  assert.deepEqual([...grouped([cell, other, third]).entries()], [
    ['atlas', [cell, third]],
    ['borea', [other]],
  ]);
});
