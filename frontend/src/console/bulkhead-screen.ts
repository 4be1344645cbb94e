import { ConsoleElement } from './console-element.ts';
import { strokes } from './keyboard-layouts.ts';
import type { Rfb, RfbModule } from './novnc.d.ts';
import { NO_RIGHT } from './reconnect.ts';
import { consoleSwitch, MODIFIERS, press, typeKeys } from './screen-typing.ts';
import type { SendKey } from './screen-typing.ts';

const PRINT_SCREEN: [number, string] = [0xff61, 'PrintScreen'];
/** Served as it is: noVNC's licence wants its source, and it is that. */
export const NOVNC = 'webjars/novnc/1.7.0/core/rfb.js';

export type Scaling = 'fit' | 'original' | 'guest';

/**
 * <bulkhead-screen> shows a machine's screen by noVNC. Its connection and its tickets are as in ConsoleElement; its events are those,
 * and "desktop-name". The guest's clipboard and what is typed stay in the browser.
 */
export class BulkheadScreen extends ConsoleElement {
  /** Where noVNC is, relative to the page's base. */
  source = NOVNC;

  #rfb: Rfb | undefined;
  #begun = '';
  #socket: WebSocket | undefined;
  #scaling: Scaling = 'fit';
  #viewOnly = false;
  #quality = 6;
  #shareClipboard = false;
  #guestClipboard = '';
  #typing = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    // Until noVNC's canvas is there, which takes the keyboard itself.
    this.tabIndex = this.tabIndex < 0 ? 0 : this.tabIndex;
    this.addEventListener('focus', this.#focusGuest);
    this.reconnect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('focus', this.#focusGuest);
  }

  readonly #focusGuest = () => this.#rfb?.focus();

  protected override wanted(): object {
    return { console: '', position: 0, columns: 0, rows: 0 };
  }

  protected override open(url: string): void {
    this.#begun = url;
    void this.#open(url);
  }

  async #open(url: string) {
    const source = new URL(this.source, document.baseURI).href;
    const { default: RFB } = (await import(/* @vite-ignore */ source)) as RfbModule;
    if (this.#begun !== url) {
      return;
    }
    // Not before: what the server says at once would find nobody who listens.
    const socket = new WebSocket(url, ['binary']);
    this.#socket = socket;
    // noVNC tells no code and no reason, so this listens for itself.
    socket.addEventListener('close', ({ code, reason }) => this.#socket === socket && this.#closed(code, reason));
    this.#furnish(new RFB(this.guest, socket, { shared: true }));
  }

  #closed(code: number, reason: string) {
    if (code === NO_RIGHT) {
      this.ended(reason, code);
    } else {
      this.lost(code, reason);
    }
  }

  #furnish(rfb: Rfb) {
    this.#rfb = rfb;
    rfb.background = 'transparent';
    rfb.showDotCursor = true;
    this.#apply();
    rfb.addEventListener('connect', () => this.opened());
    rfb.addEventListener('credentialsrequired', () => this.ended(this.say('password'), NO_RIGHT));
    rfb.addEventListener('securityfailure', ({ detail }) => this.ended(detail.reason ?? this.say('password'), NO_RIGHT));
    rfb.addEventListener('clipboard', ({ detail }) => this.#guestCopied(detail.text));
    rfb.addEventListener('desktopname', ({ detail }) => this.#name(detail.name));
  }

  protected override shut(): void {
    this.#typing.abort();
    const socket = this.#socket;
    this.#begun = '';
    this.#socket = undefined;
    this.#rfb?.disconnect();
    this.#rfb = undefined;
    socket?.close(1000);
    this.guest.replaceChildren();
  }

  /** The name is the guest's, so it is text and of some length. */
  #name(name: string) {
    const text = name.slice(0, 200);
    this.guest.querySelector('canvas')?.setAttribute('aria-label', text);
    this.dispatchEvent(new CustomEvent('desktop-name', { detail: text }));
  }

  #apply() {
    const rfb = this.#rfb;
    if (rfb) {
      rfb.scaleViewport = this.#scaling !== 'original';
      rfb.resizeSession = this.#scaling === 'guest';
      rfb.viewOnly = this.#viewOnly;
      rfb.qualityLevel = this.#quality;
    }
  }

  // How it is shown.

  get scaling(): Scaling {
    return this.#scaling;
  }

  set scaling(scaling: Scaling) {
    this.#scaling = scaling;
    this.#apply();
  }

  get viewOnly(): boolean {
    return this.#viewOnly;
  }

  set viewOnly(viewOnly: boolean) {
    this.#viewOnly = viewOnly;
    this.#apply();
  }

  get quality(): number {
    return this.#quality;
  }

  /** From 0 (least bytes) to 9. */
  set quality(quality: number) {
    this.#quality = Math.min(9, Math.max(0, Math.round(quality)));
    this.#apply();
  }

  override focus(): void {
    this.#rfb?.focus();
  }

  /** Saves what the screen shows now. */
  saveScreenshot(name: string): void {
    this.#rfb?.toBlob((blob) => {
      if (blob) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = `${name}.png`;
        link.click();
        URL.revokeObjectURL(link.href);
      }
    }, 'image/png');
  }

  // Keys.

  readonly #send: SendKey = (keysym, code, down) => this.#rfb?.sendKey(keysym, code, down);

  sendCtrlAltDel(): void {
    this.#rfb?.sendCtrlAltDel();
  }

  ctrlAltF(number: number): void {
    consoleSwitch(this.#send, number);
  }

  printScreen(): void {
    press(this.#send, PRINT_SCREEN);
  }

  /** Presses control, alt, shift or super and keeps it down, or lets go of it. */
  hold(modifier: string, down: boolean): void {
    const key = MODIFIERS[modifier];
    if (key) {
      this.#send(...key, down);
    }
  }

  /** Presses and lets go of it. */
  tap(modifier: string): void {
    const key = MODIFIERS[modifier];
    if (key) {
      press(this.#send, key);
    }
  }

  /** Types `text` as a keyboard of that layout would. @returns whether all was typed; one text at a time */
  typeText(text: string, layout: string, perSecond: number, done?: (keys: number) => void): Promise<boolean> {
    this.#typing.abort();
    this.#typing = new AbortController();
    return typeKeys(this.#send, strokes(text, layout), perSecond, this.#typing.signal, done);
  }

  stopTyping(): void {
    this.#typing.abort();
  }

  // The clipboard: both ways when it is shared, else when asked.

  get shareClipboard(): boolean {
    return this.#shareClipboard;
  }

  set shareClipboard(share: boolean) {
    this.#shareClipboard = share;
  }

  #guestCopied(text: string) {
    this.#guestClipboard = text;
    if (this.#shareClipboard) {
      this.copyFromGuest();
    }
  }

  /** Puts what the guest copied last into the reader's clipboard. Only within a click, or while shared. */
  copyFromGuest(): void {
    if (this.#guestClipboard) {
      void navigator.clipboard?.writeText(this.#guestClipboard).catch(() => {});
    }
  }

  /** Gives the guest what the reader's clipboard holds. Only within a click. */
  async pasteToGuest(): Promise<void> {
    const text = await navigator.clipboard?.readText().catch(() => '');
    if (text) {
      this.#rfb?.clipboardPasteFrom(text);
    }
  }
}

customElements.define('bulkhead-screen', BulkheadScreen);
