import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutNames, missing, strokes } from '../../src/console/keyboard-layouts.ts';

/** As "Shift+AltGr+KeyQ". */
const keys = (text: string, layout: string) =>
  strokes(text, layout).map(
    ({ code, shift, altgr }) => `${shift ? 'Shift+' : ''}${altgr ? 'AltGr+' : ''}${code}`,
  );

const LAYOUTS = ['us', 'gb', 'de', 'fr', 'es', 'it'];

test('these layouts there are', () => assert.deepEqual(layoutNames().map(([key]) => key), LAYOUTS));

test('z and y change places on a German keyboard', () => {
  assert.deepEqual(keys('zY', 'us'), ['KeyZ', 'Shift+KeyY']);
  assert.deepEqual(keys('zY', 'de'), ['KeyY', 'Shift+KeyZ']);
});

test('a French keyboard has other letters at home, and digits by Shift', () => {
  assert.deepEqual(keys('aqm1', 'fr'), ['KeyQ', 'KeyA', 'Semicolon', 'Shift+Digit1']);
});

test('@ is where each country has it', () => {
  assert.deepEqual(
    LAYOUTS.map((layout) => keys('@', layout)[0]),
    ['Shift+Digit2', 'Shift+Quote', 'AltGr+KeyQ', 'AltGr+Digit0', 'AltGr+Digit2', 'AltGr+Semicolon'],
  );
});

test('braces of a programmer in Italy take three keys', () => {
  assert.deepEqual(keys('{}', 'it'), ['Shift+AltGr+BracketLeft', 'Shift+AltGr+BracketRight']);
});

test('accents are composed by the dead key, with the case of the letter', () => {
  assert.deepEqual(keys('éÊ', 'de'), ['Equal', 'KeyE', 'Backquote', 'Shift+KeyE']);
  assert.deepEqual(keys('ü', 'es'), ['Shift+Quote', 'KeyU']);
  assert.deepEqual(keys('e\u0301', 'de'), ['Equal', 'KeyE'], 'decomposed text is the same text');
});

test('a dead key alone needs Space after it, where that makes the accent on all systems', () => {
  assert.deepEqual(keys('^`', 'de'), ['Backquote', 'Space', 'Shift+Equal', 'Space']);
  assert.deepEqual(missing('´¨', 'de'), ['´', '¨']);
});

test('what a layout has not is reported, once, and not typed', () => {
  assert.deepEqual(missing('naïve été, 5 € 漢 漢', 'us'), ['ï', 'é', '€', '漢']);
  assert.deepEqual(missing('~`', 'it'), ['~', '`']);
  assert.deepEqual(missing('ñ\u0007', 'de'), ['ñ', '\u0007']);
  assert.deepEqual(keys('a漢b', 'us'), ['KeyA', 'KeyB']);
});

test('every printable ASCII character can be typed, but for what Italy has not', () => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
  for (const layout of LAYOUTS) {
    assert.deepEqual(missing(ascii, layout), layout === 'it' ? ['`', '~'] : [], layout);
  }
});

test('a line end is one Enter, however it is written', () => {
  assert.deepEqual(keys('a\r\nb\n\tc\r', 'us'), ['KeyA', 'Enter', 'KeyB', 'Enter', 'Tab', 'KeyC', 'Enter']);
});

test('no two characters have the same keys, and no row is longer than the keyboard', () => {
  const all = Array.from({ length: 0x2100 }, (_, point) => String.fromCodePoint(point)).filter((character) => character.trim());
  for (const layout of LAYOUTS) {
    const seen = new Map<string, string>();
    for (const character of all) {
      const pressed = keys(character, layout).join(' ');
      if (pressed) {
        assert.ok(!pressed.includes('undefined'), `${layout} ${character}`);
        const other = seen.get(pressed);
        assert.ok(!other || other.normalize('NFC') === character.normalize('NFC'), `${layout}: ${other} and ${character}`);
        seen.set(pressed, character);
      }
    }
  }
});

test('keysyms are X11’s', () => {
  assert.deepEqual(
    strokes('a€\n', 'de').map(({ keysym }) => keysym),
    [0x61, 0x20ac, 0xff0d],
  );
});
