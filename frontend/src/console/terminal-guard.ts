import type { ILinkHandler, Terminal } from '@xterm/xterm';

/**
 * What the guest's bytes may do to the page: next to nothing. The terminal's library reports no titles, and writes no clipboard, as
 * long as nobody asks it to; that is nailed down here all the same, since the bytes are an attacker's.
 */
const TITLES = [0, 1, 2];
const CLIPBOARD = 52;

/** The library does what is counted one by one, up to two thousand million times; nobody honest counts beyond a few screens. */
const COUNTED = ['b', 'I', 'L', 'M', 'S', 'T', 'Z'];
const MOST_TIMES = 10_000;

/** Opens a web address in a tab that knows nothing of this one; any other address does nothing. */
export function openLink(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') {
    window.open(url.href, '_blank', 'noopener,noreferrer');
  }
}

/** For links that the guest marks as such: `hovered` shows where one really leads, as its text may say anything. */
export function linkHandler(hovered: (address: string) => void): ILinkHandler {
  return {
    allowNonHttpProtocols: false,
    activate: (_, address) => openLink(address),
    hover: (_, address) => hovered(address),
    leave: () => hovered(''),
  };
}

export function guard(terminal: Terminal): void {
  for (const code of [...TITLES, CLIPBOARD]) {
    terminal.parser.registerOscHandler(code, () => true);
  }
  // Window manipulation, with its reports of title and position.
  terminal.parser.registerCsiHandler({ final: 't' }, () => true);
  for (const final of COUNTED) {
    terminal.parser.registerCsiHandler({ final }, ([count]) => typeof count === 'number' && count > MOST_TIMES);
  }
}

/**
 * Leaves questions of the guest unanswered while `replaying`: the answer to what was asked before a reload would be typed into
 * whatever reads now.
 */
export function muteReplay(terminal: Terminal, replaying: () => boolean): void {
  const questions = [
    { final: 'c' },
    { prefix: '>', final: 'c' },
    { prefix: '=', final: 'c' },
    { prefix: '>', final: 'q' },
    { final: 'n' },
    { prefix: '?', final: 'n' },
    { intermediates: '$', final: 'p' },
    { prefix: '?', intermediates: '$', final: 'p' },
  ];
  questions.forEach((question) => terminal.parser.registerCsiHandler(question, replaying));
  terminal.parser.registerDcsHandler({ intermediates: '$', final: 'q' }, replaying);
  [4, 10, 11, 12].forEach((code) =>
    terminal.parser.registerOscHandler(code, (data) => replaying() && data.includes('?')),
  );
}
