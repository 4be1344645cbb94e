import type { FitAddon } from '@xterm/addon-fit';
import type { SearchAddon } from '@xterm/addon-search';
import type { Terminal } from '@xterm/xterm';
import { terminalColors } from './terminal-colors.ts';
import { guard, linkHandler, openLink } from './terminal-guard.ts';

export const SCROLLBACK_LINES = 10_000;
/** As the server has them: what real programs survive. */
export const MOST_COLUMNS = 1000;
export const MOST_ROWS = 500;
/** A log's lines are not wrapped up to this width. */
export const UNWRAPPED_COLUMNS = 500;

export interface TerminalParts {
  terminal: Terminal;
  fit: FitAddon;
  search: SearchAddon;
}

/** Loads the library, which no other page needs, and builds a terminal in `place`. `hovered` is told where a link leads. */
export async function buildTerminal(
  host: HTMLElement,
  place: HTMLElement,
  logs: boolean,
  hovered: (address: string) => void,
): Promise<TerminalParts> {
  const [xterm, fitAddon, searchAddon, links, graphemes, { default: css }] = await Promise.all([
    import('@xterm/xterm'),
    import('@xterm/addon-fit'),
    import('@xterm/addon-search'),
    import('@xterm/addon-web-links'),
    import('@xterm/addon-unicode-graphemes'),
    import('@xterm/xterm/css/xterm.css?raw'),
  ]);
  addStyle(host, css);
  const font = getComputedStyle(host).getPropertyValue('--mono') || 'monospace';
  // A terminal measures its cells once, so the font must be there before it is.
  await document.fonts.load(`13px ${font}`).catch(() => []);

  const terminal = new xterm.Terminal({
    allowProposedApi: true,
    fontFamily: font,
    fontSize: 13,
    lineHeight: 1.2,
    scrollback: SCROLLBACK_LINES,
    convertEol: logs,
    disableStdin: logs,
    cursorInactiveStyle: logs ? 'none' : 'outline',
    cursorBlink: false,
    drawBoldTextInBrightColors: false,
    minimumContrastRatio: 4.5,
    macOptionIsMeta: true,
    rightClickSelectsWord: false,
    linkHandler: linkHandler(hovered),
    theme: terminalColors(host),
  });
  const fit = new fitAddon.FitAddon();
  const search = new searchAddon.SearchAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(search);
  terminal.loadAddon(new graphemes.UnicodeGraphemesAddon());
  terminal.loadAddon(new links.WebLinksAddon((_, address) => openLink(address)));
  guard(terminal);
  terminal.open(place);
  await paintFast(terminal);
  return { terminal, fit, search };
}

const librarySheet = new CSSStyleSheet();

function addStyle(host: HTMLElement, css: string): void {
  const sheets = host.shadowRoot?.adoptedStyleSheets;
  if (sheets && !sheets.includes(librarySheet)) {
    librarySheet.replaceSync(css);
    sheets.push(librarySheet);
  }
}

/** With the graphics card where that works; the library paints with elements otherwise, and when the card is lost. */
async function paintFast(terminal: Terminal): Promise<void> {
  try {
    const { WebglAddon } = await import('@xterm/addon-webgl');
    const webgl = new WebglAddon();
    webgl.onContextLoss(() => webgl.dispose());
    terminal.loadAddon(webgl);
  } catch {
    // No WebGL 2 here.
  }
}
