import { ConsoleElement } from './console-element.ts';
import { size } from './console-words.ts';
import { ENDED, NO_RIGHT } from './reconnect.ts';
import { TerminalView } from './terminal-view.ts';
import { TtyConnection } from './tty-connection.ts';
import type { TtyListener } from './tty-connection.ts';
import type { ClientMessage, Exit, Hello, Mode, Presence } from './tty-protocol.ts';

/**
 * <bulkhead-terminal> shows a console that is text, and types into it while it has control. Its connection and its tickets are as in
 * ConsoleElement. Events: "ticket-wanted", "state-changed", "hello", "presence" and "exit".
 */
class BulkheadTerminal extends ConsoleElement implements TtyListener {
  /** Whether it is a log: lines end with a line feed alone, and nothing can be typed. To be set before it is attached. */
  logs = false;

  readonly #view = new TerminalView(this, {
    say: (key, ...values) => this.say(key, ...values),
    typed: (bytes) => this.#type(bytes),
    replaying: () => this.#shown < this.#live,
    rules: () => this.#mode === 'control' || this.state !== 'open',
    fitted: (columns, rows) => this.#send({ type: 'resize', columns, rows }),
  });
  #connection: TtyConnection | undefined;
  #console = '';
  #viewer = '';
  #mode: Mode = 'view';
  #exit: Exit | undefined;
  #position = 0;
  #live = 0;
  #shown = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view.end();
    this.#console = '';
    this.guest.replaceChildren();
  }

  async #begin() {
    if (await this.#view.begin(this.guest, this.logs)) {
      this.reconnect();
    }
  }

  // The connection.

  protected override wanted(): object {
    const position = this.#console ? this.#position : 0;
    return { console: this.#console, position, ...this.#view.size };
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
      this.#view.reset();
      this.#position = this.#shown = 0;
    }
    this.#console = hello.console;
    this.#viewer = hello.viewer;
    this.#live = hello.live ?? 0;
    if (hello.position > this.#position) {
      this.#view.corner.missed(hello.position - this.#position);
    }
    this.#position = Math.max(this.#position, hello.position);
    this.#shown = Math.max(this.#shown, Math.min(this.#position, hello.position));
    this.opened();
    this.#enter(hello.mode);
    this.#view.take(hello.columns, hello.rows);
    this.#view.fitSoon();
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
    this.#view.write(bytes, () => {
      this.#shown = position;
      connection?.acknowledge(position);
    });
  }

  message(message: Parameters<TtyListener['message']>[0]): void {
    switch (message.type) {
      case 'missed':
        this.#position = message.position;
        this.#view.corner.missed(message.bytes);
        break;
      case 'resize':
        this.#view.take(message.columns, message.rows);
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
      this.#view.corner.remark(this.say('unsent', size(unsent)));
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
    this.#view.readOnly = mode === 'view';
    if (gained) {
      this.#view.fitSoon();
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

  // What the bar asks for.

  set copyOnSelect(copy: boolean) {
    this.#view.copyOnSelect = copy;
  }

  set wrap(wrap: boolean) {
    this.#view.wrap = wrap;
  }

  set fontSize(pixels: number) {
    this.#view.fontSize = pixels;
  }

  set screenReader(on: boolean) {
    this.#view.screenReader = on;
  }

  override focus(): void {
    this.#view.focus();
  }

  find(): void {
    this.#view.find();
  }

  copy(): void {
    this.#view.copy();
  }

  paste(text: string): void {
    this.#view.paste(text);
  }

  clear(): void {
    this.#view.clear();
  }

  text(): string {
    return this.#view.text();
  }
}

customElements.define('bulkhead-terminal', BulkheadTerminal);
