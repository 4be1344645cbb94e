/**
 * Which keys, of a keyboard with which layout, make a text. The guest turns keys into characters by its own layout, so a text must be
 * typed by the keys that stand for it there. Tables give each physical row's characters, plain, with Shift, with AltGr and with both; a
 * blank is a key that makes none, or is dead.
 */
export interface Stroke {
  /** The physical key, as KeyboardEvent.code has it. */
  code: string;
  /** What X11 calls the character, for servers that know no physical keys. */
  keysym: number;
  shift: boolean;
  altgr: boolean;
}

type Level = readonly [digits: string, top: string, home: string, bottom: string];

interface Layout {
  name: string;
  levels: readonly Level[];
  /** Dead keys: the accent, and the key with its modifiers before it (s for Shift). */
  dead: Record<string, string>;
}

const ROWS = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash',
  'IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
].map((row) => row.split(' '));

const LAYOUTS: Record<string, Layout> = {
  us: {
    name: 'English (US)',
    levels: [
      ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'\\", ' zxcvbnm,./'],
      ['~!@#$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:"|', ' ZXCVBNM<>?'],
    ],
    dead: {},
  },
  gb: {
    name: 'English (UK)',
    levels: [
      ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'#", '\\zxcvbnm,./'],
      ['¬!"£$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:@~', '|ZXCVBNM<>?'],
      ['    €        ', '            ', '            ', '           '],
    ],
    dead: {},
  },
  de: {
    name: 'Deutsch',
    levels: [
      [' 1234567890ß ', 'qwertzuiopü+', 'asdfghjklöä#', '<yxcvbnm,.-'],
      ['°!"§$%&/()=? ', 'QWERTZUIOPÜ*', "ASDFGHJKLÖÄ'", '>YXCVBNM;:_'],
      ['  ²³   {[]}\\ ', '@ €        ~', '            ', '|      µ   '],
    ],
    dead: { '^': 'Backquote', '´': 'Equal', '`': 'sEqual' },
  },
  fr: {
    name: 'Français',
    levels: [
      ['²&é"\'(-è_çà)=', 'azertyuiop $', 'qsdfghjklmù*', '<wxcvbn,;:!'],
      [' 1234567890°+', 'AZERTYUIOP £', 'QSDFGHJKLM%µ', '>WXCVBN?./§'],
      ['  ~#{[|`\\^@]}', '  €        ¤', '            ', '           '],
    ],
    dead: { '^': 'BracketLeft', '¨': 'sBracketLeft' },
  },
  es: {
    name: 'Español',
    levels: [
      ["º1234567890'¡", 'qwertyuiop +', 'asdfghjklñ ç', '<zxcvbnm,.-'],
      ['ª!"·$%&/()=?¿', 'QWERTYUIOP *', 'ASDFGHJKLÑ Ç', '>ZXCVBNM;:_'],
      ['\\|@#~ ¬      ', '  €       []', '          {}', '           '],
    ],
    dead: { '`': 'BracketLeft', '^': 'sBracketLeft', '´': 'Quote', '¨': 'sQuote' },
  },
  it: {
    name: 'Italiano',
    levels: [
      ["\\1234567890'ì", 'qwertyuiopè+', 'asdfghjklòàù', '<zxcvbnm,.-'],
      ['|!"£$%&/()=?^', 'QWERTYUIOPé*', 'ASDFGHJKLç°§', '>ZXCVBNM;:_'],
      ['             ', '  €       []', '         @# ', '           '],
      ['             ', '          {}', '            ', '           '],
    ],
    dead: {},
  },
};

/** An accent, the mark that Unicode composes with, and the name that X11 has for the dead key. */
const ACCENTS: [accent: string, mark: string, keysym: number][] = [
  ['`', '\u0300', 0xfe50],
  ['´', '\u0301', 0xfe51],
  ['^', '\u0302', 0xfe52],
  ['¨', '\u0308', 0xfe57],
];
/** A dead key and then Space makes these everywhere; of the others, each system makes something else. */
const ACCENTS_ALONE = '^`';

const OTHER_KEYS: Record<string, [code: string, keysym: number]> = {
  ' ': ['Space', 0x20],
  '\n': ['Enter', 0xff0d],
  '\t': ['Tab', 0xff09],
};

export const layoutNames = (): [key: string, name: string][] =>
  Object.entries(LAYOUTS).map(([key, { name }]) => [key, name]);

/** Latin-1 and the euro have names of their own, all else has Unicode's number. */
function keysymOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point <= 0xff || character === '€' ? point : 0x0100_0000 + point;
}

function strokesOf(layout: Layout): Map<string, Stroke[]> {
  const strokes = new Map<string, Stroke[]>();
  for (const [character, [code, keysym]] of Object.entries(OTHER_KEYS)) {
    strokes.set(character, [{ code, keysym, shift: false, altgr: false }]);
  }
  layout.levels.forEach((level, index) =>
    level.forEach((row, line) =>
      [...row].forEach((character, column) => {
        if (!strokes.has(character)) {
          const code = ROWS[line][column];
          const stroke = { code, keysym: keysymOf(character), shift: index % 2 === 1, altgr: index >= 2 };
          strokes.set(character, [stroke]);
        }
      }),
    ),
  );
  return strokes;
}

const tables = new Map<string, Map<string, Stroke[]>>();

function tableOf(layout: string): Map<string, Stroke[]> {
  let table = tables.get(layout);
  if (!table) {
    table = strokesOf(LAYOUTS[layout] ?? LAYOUTS.us);
    tables.set(layout, table);
  }
  return table;
}

/** The keys of one character, a dead key before its letter; undefined if that keyboard cannot make it. */
function keysFor(character: string, layout: string): Stroke[] | undefined {
  const table = tableOf(layout);
  const plain = table.get(character);
  if (plain) {
    return plain;
  }
  const [letter, mark] = [...character.normalize('NFD')];
  const accent = ACCENTS.find(([alone, combining]) => (mark ? combining === mark : alone === character));
  const dead = accent && LAYOUTS[layout]?.dead[accent[0]];
  const base = mark ? table.get(letter) : ACCENTS_ALONE.includes(character) ? table.get(' ') : undefined;
  if (!dead || !base || character.normalize('NFD').length > 2) {
    return undefined;
  }
  const shift = dead.startsWith('s');
  return [{ code: shift ? dead.slice(1) : dead, keysym: accent[2], shift, altgr: false }, ...base];
}

const characters = (text: string): string[] => [...text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC')];

/** The keys that make `text`; what the layout has not is left out. */
export function strokes(text: string, layout: string): Stroke[] {
  return characters(text).flatMap((character) => keysFor(character, layout) ?? []);
}

/** The characters of `text` that a keyboard of this layout cannot make, each once. */
export function missing(text: string, layout: string): string[] {
  return [...new Set(characters(text))].filter((character) => !keysFor(character, layout));
}
