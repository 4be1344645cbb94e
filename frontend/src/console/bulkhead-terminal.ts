import { ConsoleElement } from './console-element.ts';
import { element } from './console-style.ts';
import { size } from './console-words.ts';
import { ENDED, NO_RIGHT } from './reconnect.ts';
import { onThemeChange, terminalColors } from './terminal-colors.ts';
import { TerminalCorner } from './terminal-corner.ts';
import { TerminalFind } from './terminal-find.ts';
import { muteReplay } from './terminal-guard.ts';
import { allText, onSelected, ownKeys } from './terminal-keys.ts';
import { buildTerminal, MOST_COLUMNS, MOST_ROWS, UNWRAPPED_COLUMNS } from './terminal-setup.ts';
import type { TerminalParts } from './terminal-setup.ts';
import { TtyConnection } from './tty-connection.ts';
import type { TtyListener } from './tty-connection.ts';
import type { ClientMessage, Exit, Hello, Mode, Presence } from './tty-protocol.ts';

const RESIZE_MILLIS = 80;

/**
 * <bulkhead-terminal> shows a console that is text, and types into it while it has control. Its connection and its tickets are as in
 * ConsoleElement. Events: "ticket-wanted", "state-changed", "hello", "presence", "exit", and "copied" for what went to the clipboard.
 */
class BulkheadTerminal extends ConsoleElement implements TtyListener {
  /** Whether it is a log: lines end with a line feed alone, and nothing can be typed. To be set before it is attached. */
  logs = false;
  copyOnSelect = false;

  readonly #corner = new TerminalCorner((key, ...values) => this.say(key, ...values));
  #parts: TerminalParts | undefined;
  #find: TerminalFind | undefined;
  #connection: TtyConnection | undefined;
  #cleanUp: (() => void)[] = [];
  #console = '';
  #viewer = '';
  #mode: Mode = 'view';
  #exit: Exit | undefined;
  #position = 0;
  #live = 0;
  #shown = 0;
  #wrap = true;
  #fontSize = 13;
  #screenReader = false;
  #fitting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.shadowRoot?.append(this.#corner.box);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#fitting);
    this.#cleanUp.forEach((clean) => clean());
    this.#cleanUp = [];
    this.#parts?.terminal.dispose();
    this.#parts = undefined;
    this.#find?.bar.remove();
    this.#console = '';
    this.guest.replaceChildren();
  }

  async #begin() {
    const place = element('div', 'place');
    this.guest.append(place);
    const parts = await buildTerminal(this, place, this.logs, (address) => this.#corner.link(address));
    if (!this.isConnected || !place.isConnected) {
      // Gone, or moved and begun anew, while the library was on its way.
      parts.terminal.dispose();
      return;
    }
    this.#parts = parts;
    this.#furnish(parts);
    this.#applyOptions();
    this.#fit();
    this.reconnect();
  }

  #furnish({ terminal, search }: TerminalParts) {
    this.#find = new TerminalFind(search, (key, ...values) => this.say(key, ...values), () => terminal.focus());
    this.shadowRoot?.append(this.#find.bar);
    muteReplay(terminal, () => this.#shown < this.#live);
    const encoder = new TextEncoder();
    terminal.onData((text) => this.#type(encoder.encode(text)));
    // Mouse reports of old: each character is a byte.
    terminal.onBinary((text) => this.#type(Uint8Array.from(text, (character) => character.charCodeAt(0))));
    ownKeys(terminal, { find: () => this.find(), copy: () => this.copy() });
    const resized = new ResizeObserver(() => this.#fitSoon());
    resized.observe(this);
    this.#cleanUp.push(
      () => resized.disconnect(),
      onSelected(terminal, () => this.copyOnSelect && this.copy()),
      onThemeChange(() => (terminal.options.theme = terminalColors(this))),
    );
  }

  // The connection.

  protected override wanted(): object {
    const { cols = 80, rows = 24 } = this.#parts?.terminal ?? {};
    const position = this.#console ? this.#position : 0;
    return { console: this.#console, position, columns: cols, rows };
  }

  protected override open(url: string): void {
    this.#exit = undefined;
    this.#connection = new TtyConnection(url, this, { console: this.#console, position: this.#position });
  }

  protected override shut(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  hello(hello: Hello): void {
    const back = hello.console === this.#console;
    if (!back) {
      this.#parts?.terminal.reset();
      this.#position = this.#shown = 0;
      this.#corner.forget();
    }
    this.#console = hello.console;
    this.#viewer = hello.viewer;
    this.#live = hello.live ?? 0;
    if (hello.position > this.#position) {
      this.#corner.missed(hello.position - this.#position);
    }
    this.#position = Math.max(this.#position, hello.position);
    this.#shown = Math.max(this.#shown, Math.min(this.#position, hello.position));
    this.opened();
    this.#enter(hello.mode);
    this.#take(hello.columns, hello.rows);
    this.#fitSoon();
    this.dispatchEvent(new CustomEvent('hello', { detail: hello }));
  }

  output(bytes: Uint8Array, position: number): void {
    this.#position = position;
    const before = position - bytes.length;
    if (before < this.#live && this.#live < position) {
      // The first part is parsed as a replay, the second as what it is.
      this.#write(bytes.subarray(0, this.#live - before), this.#live);
      this.#write(bytes.subarray(this.#live - before), position);
    } else {
      this.#write(bytes, position);
    }
  }

  #write(bytes: Uint8Array, position: number) {
    const connection = this.#connection;
    this.#parts?.terminal.write(bytes, () => {
      this.#shown = position;
      connection?.acknowledge(position);
    });
  }

  message(message: Parameters<TtyListener['message']>[0]): void {
    switch (message.type) {
      case 'missed':
        this.#position = message.position;
        this.#corner.missed(message.bytes);
        break;
      case 'resize':
        this.#take(message.columns, message.rows);
        break;
      case 'presence':
        this.#meet(message);
        break;
      case 'exit':
        this.#exit = message;
        this.dispatchEvent(new CustomEvent('exit', { detail: message }));
        break;
    }
  }

  closed(code: number, reason: string, unsent: number): void {
    if (unsent > 0) {
      this.#corner.remark(this.say('unsent', size(unsent)));
    }
    if (this.#exit) {
      const { code: exitCode, reason: why } = this.#exit;
      this.#console = '';
      this.ended(typeof exitCode === 'number' ? this.say('exit', why, exitCode) : why);
    } else if (code === ENDED || code === NO_RIGHT) {
      // Whoever reconnects begins another.
      this.#console = '';
      this.ended(reason, code);
    } else {
      this.lost(code, reason);
    }
  }

  #send(message: ClientMessage) {
    this.#connection?.send(message);
  }

  #type(bytes: Uint8Array) {
    if (this.#mode === 'control' && !this.logs) {
      this.#connection?.type(bytes);
    }
  }

  // Who has control.

  #meet(presence: Presence) {
    // A viewer's own mode is what it may do; the holder is the one who does.
    this.#enter(presence.holder === this.#viewer ? 'control' : 'view');
    this.dispatchEvent(new CustomEvent('presence', { detail: { ...presence, me: this.#viewer } }));
  }

  #enter(mode: Mode) {
    const gained = mode === 'control' && this.#mode !== 'control';
    this.#mode = mode;
    this.setAttribute('mode', mode);
    if (this.#parts) {
      this.#parts.terminal.options.disableStdin = this.logs || mode === 'view';
    }
    if (gained) {
      this.#fitSoon();
    }
  }

  askControl(): void {
    this.#send({ type: 'control', want: 'ask' });
  }

  giveControl(viewer: string): void {
    this.#send({ type: 'control', want: 'give', to: viewer });
  }

  takeControl(): void {
    this.#send({ type: 'control', want: 'take' });
  }

  /** By its name, as INT or TERM. */
  signal(name: string): void {
    this.#send({ type: 'signal', name });
  }

  pause(): void {
    this.#send({ type: 'pause' });
  }

  resume(): void {
    this.#send({ type: 'resume' });
  }

  // The size. Who has control rules; a log is as wide as its reader likes.

  #fitSoon() {
    clearTimeout(this.#fitting);
    this.#fitting = setTimeout(() => this.#fit(), RESIZE_MILLIS);
  }

  #fit() {
    const parts = this.#parts;
    const free = parts?.fit.proposeDimensions();
    if (!parts || !free || Number.isNaN(free.cols) || (!this.logs && this.#mode === 'view' && this.state === 'open')) {
      return;
    }
    const columns = Math.min(MOST_COLUMNS, Math.max(2, free.cols));
    const rows = Math.min(MOST_ROWS, Math.max(1, free.rows));
    parts.terminal.resize(this.#wrap ? columns : Math.max(columns, UNWRAPPED_COLUMNS), rows);
    if (!this.logs) {
      this.#send({ type: 'resize', columns, rows });
    }
  }

  /** Somebody else's size, or ours as the server cut it. */
  #take(columns: number, rows: number) {
    if (!this.logs && columns > 0 && rows > 0) {
      this.#parts?.terminal.resize(Math.min(MOST_COLUMNS, columns), Math.min(MOST_ROWS, rows));
    }
  }

  // What the bar asks for.

  get wrap(): boolean {
    return this.#wrap;
  }

  set wrap(wrap: boolean) {
    this.#wrap = wrap;
    this.toggleAttribute('unwrapped', !wrap);
    this.#fitSoon();
  }

  get fontSize(): number {
    return this.#fontSize;
  }

  set fontSize(pixels: number) {
    this.#fontSize = pixels;
    this.#applyOptions();
    this.#fitSoon();
  }

  get screenReader(): boolean {
    return this.#screenReader;
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

  override focus(): void {
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

customElements.define('bulkhead-terminal', BulkheadTerminal);
