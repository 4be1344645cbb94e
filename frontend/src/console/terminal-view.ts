import { element } from './console-style.ts';
import { onThemeChange, terminalColors } from './terminal-colors.ts';
import { TerminalCorner } from './terminal-corner.ts';
import { TerminalFind } from './terminal-find.ts';
import { muteReplay } from './terminal-guard.ts';
import { allText, onSelected, ownKeys } from './terminal-keys.ts';
import { buildTerminal, MOST_COLUMNS, MOST_ROWS, UNWRAPPED_COLUMNS } from './terminal-setup.ts';
import type { TerminalParts } from './terminal-setup.ts';

const RESIZE_MILLIS = 80;

/** The console that a view shows. */
export interface Viewed {
  say(key: string, ...values: (string | number)[]): string;
  /** Keys, pastes and the terminal's own answers, as the guest is to get them. */
  typed(bytes: Uint8Array): void;
  /** Whether what is painted now was answered before. */
  replaying(): boolean;
  /** Whether the size goes by the room in the page, and not by what somebody else has. */
  rules(): boolean;
  /** Told the size that there is room for. */
  fitted(columns: number, rows: number): void;
}

/** What is to be seen of a terminal, and its size: the library's part, the bar that finds, the words at its foot. */
export class TerminalView {
  copyOnSelect = false;
  readonly corner: TerminalCorner;
  readonly #host: HTMLElement;
  readonly #viewed: Viewed;
  #logs = false;
  #parts: TerminalParts | undefined;
  #find: TerminalFind | undefined;
  #cleanUp: (() => void)[] = [];
  #wrap = true;
  #fontSize = 13;
  #screenReader = false;
  #fitting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, viewed: Viewed) {
    this.#host = host;
    this.#viewed = viewed;
    this.corner = new TerminalCorner(viewed.say);
    host.shadowRoot?.append(this.corner.box);
  }

  /** Puts the terminal into `guest`. @returns whether it is there; not if it was ended while the library was on its way */
  async begin(guest: HTMLElement, logs: boolean): Promise<boolean> {
    this.#logs = logs;
    const place = element('div', 'place');
    guest.append(place);
    const parts = await buildTerminal(this.#host, place, logs, (address) => this.corner.link(address));
    if (!place.isConnected) {
      parts.terminal.dispose();
      return false;
    }
    this.#parts = parts;
    this.#furnish(parts);
    this.#applyOptions();
    this.#fit();
    return true;
  }

  #furnish({ terminal, search }: TerminalParts) {
    this.#find = new TerminalFind(search, this.#viewed.say, () => terminal.focus());
    this.#host.shadowRoot?.append(this.#find.bar);
    muteReplay(terminal, () => this.#viewed.replaying());
    const encoder = new TextEncoder();
    terminal.onData((text) => this.#viewed.typed(encoder.encode(text)));
    // Mouse reports of old: each character is a byte.
    terminal.onBinary((text) => this.#viewed.typed(Uint8Array.from(text, (character) => character.charCodeAt(0))));
    ownKeys(terminal, { find: () => this.find(), copy: () => this.copy() });
    const resized = new ResizeObserver(() => this.fitSoon());
    resized.observe(this.#host);
    this.#cleanUp.push(
      () => resized.disconnect(),
      onSelected(terminal, () => this.copyOnSelect && this.copy()),
      onThemeChange(() => (terminal.options.theme = terminalColors(this.#host))),
    );
  }

  /** Lets go of everything; it can begin anew. */
  end(): void {
    clearTimeout(this.#fitting);
    this.#cleanUp.forEach((clean) => clean());
    this.#cleanUp = [];
    this.#parts?.terminal.dispose();
    this.#parts = undefined;
    this.#find?.bar.remove();
  }

  reset(): void {
    this.#parts?.terminal.reset();
    this.corner.forget();
  }

  /** Calls back when the bytes are painted. */
  write(bytes: Uint8Array, painted: () => void): void {
    this.#parts?.terminal.write(bytes, painted);
  }

  // The size. Who has control rules; a log is as wide as its reader likes.

  get size(): { columns: number; rows: number } {
    const { cols = 80, rows = 24 } = this.#parts?.terminal ?? {};
    return { columns: cols, rows };
  }

  fitSoon(): void {
    clearTimeout(this.#fitting);
    this.#fitting = setTimeout(() => this.#fit(), RESIZE_MILLIS);
  }

  #fit() {
    const parts = this.#parts;
    const free = parts?.fit.proposeDimensions();
    if (!parts || !free || Number.isNaN(free.cols) || !(this.#logs || this.#viewed.rules())) {
      return;
    }
    const columns = Math.min(MOST_COLUMNS, Math.max(2, free.cols));
    const rows = Math.min(MOST_ROWS, Math.max(1, free.rows));
    parts.terminal.resize(this.#wrap ? columns : Math.max(columns, UNWRAPPED_COLUMNS), rows);
    if (!this.#logs) {
      this.#viewed.fitted(columns, rows);
    }
  }

  /** Somebody else's size, or ours as the server cut it. */
  take(columns: number, rows: number): void {
    if (!this.#logs && columns > 0 && rows > 0) {
      this.#parts?.terminal.resize(Math.min(MOST_COLUMNS, columns), Math.min(MOST_ROWS, rows));
    }
  }

  // How it is shown.

  set readOnly(wanted: boolean) {
    if (this.#parts) {
      this.#parts.terminal.options.disableStdin = this.#logs || wanted;
    }
  }

  set wrap(wrap: boolean) {
    this.#wrap = wrap;
    this.#host.toggleAttribute('unwrapped', !wrap);
    this.fitSoon();
  }

  set fontSize(pixels: number) {
    this.#fontSize = pixels;
    this.#applyOptions();
    this.fitSoon();
  }

  set screenReader(on: boolean) {
    this.#screenReader = on;
    this.#applyOptions();
  }

  #applyOptions() {
    if (this.#parts) {
      this.#parts.terminal.options.fontSize = this.#fontSize;
      this.#parts.terminal.options.screenReaderMode = this.#screenReader;
    }
  }

  focus(): void {
    this.#parts?.terminal.focus();
  }

  find(): void {
    this.#find?.open();
  }

  /** Puts the selection into the clipboard. */
  copy(): void {
    const selection = this.#parts?.terminal.getSelection();
    if (selection) {
      void navigator.clipboard?.writeText(selection);
    }
  }

  /** Pastes text as if by the keyboard, between brackets where the guest's program wants it so. */
  paste(text: string): void {
    this.#parts?.terminal.paste(text);
  }

  clear(): void {
    this.#parts?.terminal.clear();
  }

  /** All lines that it holds. */
  text(): string {
    return this.#parts ? allText(this.#parts.terminal) : '';
  }
}
