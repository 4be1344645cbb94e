import { consoleStyle, element } from './console-style.ts';
import { say } from './console-words.ts';
import type { Words } from './console-words.ts';
import { BackOff, ENDED, INTERNAL, LATER, NO_RIGHT, SERVER_STOPS } from './reconnect.ts';

export type ConsoleState = 'connecting' | 'open' | 'lost' | 'ended';

/** The page's server has so long to answer with a ticket; then it is asked again. */
const TICKET_MILLIS = 15_000;
/** A connection that stood so long was a good one: the next loss waits no longer than the first. */
const STEADY_MILLIS = 5_000;
/** Words for the end of a connection that gave no reason of its own. */
const CLOSE_WORDS: Record<number, string> = {
  [ENDED]: 'ended',
  [SERVER_STOPS]: 'server-stops',
  [NO_RIGHT]: 'no-right',
  [INTERNAL]: 'internal',
  [LATER]: 'later',
};

/**
 * What a terminal and a screen have in common: how they come to a connection and come back to it. Each connection needs a ticket of
 * its own, so the element asks for one with the event "ticket-wanted", and its owner answers with connect() or refuse().
 */
export abstract class ConsoleElement extends HTMLElement {
  words: Words = {};

  protected readonly guest = element('div', 'guest');
  readonly #notice = element('div', 'notice');
  readonly #words = element('span', 'words');
  readonly #again = element('button', '');
  readonly #backOff = new BackOff();
  #state: ConsoleState = 'ended';
  #patience: ReturnType<typeof setTimeout> | undefined;
  #steady: ReturnType<typeof setTimeout> | undefined;
  readonly #online = () => this.#state === 'lost' && this.reconnect();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [consoleStyle];
    this.#notice.setAttribute('role', 'status');
    this.#notice.append(this.#words, this.#again);
    this.#notice.hidden = true;
    this.#again.addEventListener('click', () => this.reconnect());
    this.guest.addEventListener('keydown', (event) => this.#key(event), { capture: true });
    root.append(this.guest, this.#notice);
  }

  /** Opens a connection; its end is told by lost(). */
  protected abstract open(url: string): void;

  /** Ends the connection, if there is one, without a call of lost(). */
  protected abstract shut(): void;

  /** What the next connection is to begin with. */
  protected abstract wanted(): object;

  connectedCallback(): void {
    window.addEventListener('online', this.#online);
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', this.say('label'));
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#online);
    clearTimeout(this.#patience);
    clearTimeout(this.#steady);
    this.#backOff.reset();
    this.shut();
    this.#state = 'ended';
  }

  /** The way out for who has no mouse, since Tab and all other keys are the guest's: Ctrl+Shift+L. */
  #key(event: KeyboardEvent) {
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyL') {
      event.preventDefault();
      event.stopPropagation();
      (this.shadowRoot?.activeElement as HTMLElement | null)?.blur();
      this.dispatchEvent(new CustomEvent('left'));
    }
  }

  get state(): ConsoleState {
    return this.#state;
  }

  /** Asks for a ticket now, whatever was before. */
  reconnect(): void {
    this.#backOff.cancel();
    this.shut();
    this.#enter('connecting', this.say('connecting'));
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.lost(0, this.say('no-answer')), TICKET_MILLIS);
    this.dispatchEvent(new CustomEvent('ticket-wanted', { detail: this.wanted() }));
  }

  /** The answer to "ticket-wanted": a path with a fresh ticket in it, relative to the page's base. */
  connect(path: string): void {
    clearTimeout(this.#patience);
    if (!this.isConnected) {
      return;
    }
    this.shut();
    const url = new URL(path, document.baseURI);
    url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
    this.open(url.href);
  }

  /** The other answer: why there is no ticket, and whether to ask again by itself. */
  refuse(reason: string, again: boolean): void {
    clearTimeout(this.#patience);
    if (again) {
      this.lost(LATER, reason);
    } else {
      this.ended(reason, NO_RIGHT);
    }
  }

  /** To be called when the connection stands. */
  protected opened(): void {
    this.#steady = setTimeout(() => this.#backOff.reset(), STEADY_MILLIS);
    this.#enter('open', '');
  }

  /** To be called when the connection is gone and is to come back by itself. */
  protected lost(code: number, reason: string): void {
    clearTimeout(this.#patience);
    clearTimeout(this.#steady);
    this.shut();
    const delay = this.#backOff.schedule(() => this.reconnect());
    const why = reason || this.say(CLOSE_WORDS[code] ?? 'lost');
    this.#enter('lost', why, this.say('again-in', Math.max(1, Math.round(delay / 1000))));
  }

  /** To be called when it is over until somebody wants it again. */
  protected ended(reason: string, code: number = ENDED): void {
    clearTimeout(this.#patience);
    clearTimeout(this.#steady);
    this.#backOff.reset();
    this.shut();
    this.#enter('ended', reason || this.say(CLOSE_WORDS[code] ?? 'ended'), '', code === ENDED ? 'plain' : 'trouble');
  }

  /** With the keys that the browser else keeps for itself, where it gives them. Only soon after a click. */
  async fullScreen(): Promise<void> {
    await this.requestFullscreen();
    this.focus();
    const { keyboard } = navigator as { keyboard?: { lock(): Promise<void> } };
    await keyboard?.lock().catch(() => {});
  }

  protected say(key: string, ...values: (string | number)[]): string {
    return say(this.words, key, ...values);
  }

  #enter(state: ConsoleState, why: string, remark = '', tone = 'trouble') {
    const changed = this.#state !== state;
    this.#state = state;
    this.setAttribute('state', state);
    this.#notice.hidden = state === 'open';
    this.#notice.dataset.tone = state === 'connecting' ? 'busy' : tone;
    this.#words.textContent = remark ? `${why.replace(/\.$/, '')} · ${remark}` : why;
    this.#again.textContent = this.say('again');
    this.#again.hidden = state === 'connecting';
    if (changed) {
      this.dispatchEvent(new CustomEvent('state-changed', { detail: { state, reason: why } }));
    }
  }
}
