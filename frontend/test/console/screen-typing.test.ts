import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strokes } from '../../src/console/keyboard-layouts.ts';
import { consoleSwitch, typeKeys } from '../../src/console/screen-typing.ts';

function recorder() {
  const pressed: string[] = [];
  const send = (_: number, code: string, down: boolean) => void pressed.push(`${down ? '+' : '-'}${code}`);
  return { pressed, send };
}

test('modifiers are held around the key and let go', async () => {
  const { pressed, send } = recorder();
  const whole = await typeKeys(send, strokes('@A', 'de'), 1000, new AbortController().signal);
  assert.ok(whole);
  assert.deepEqual(pressed.join(' '), '+AltRight +KeyQ -KeyQ -AltRight +ShiftLeft +KeyA -KeyA -ShiftLeft');
});

test('typing that is called off stops between two keys and says so', async () => {
  const { pressed, send } = recorder();
  const stop = new AbortController();
  const whole = await typeKeys(send, strokes('abcdef', 'us'), 1000, stop.signal, (keys) => keys === 2 && stop.abort());
  assert.equal(whole, false);
  assert.deepEqual(pressed, ['+KeyA', '-KeyA', '+KeyB', '-KeyB']);
});

test('Ctrl+Alt+F7', () => {
  const { pressed, send } = recorder();
  consoleSwitch(send, 7);
  assert.equal(pressed.join(' '), '+ControlLeft +AltLeft +F7 -F7 -AltLeft -ControlLeft');
});
