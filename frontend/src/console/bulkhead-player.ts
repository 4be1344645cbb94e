import { consoleStyle, element } from './console-style.ts';
import { say } from './console-words.ts';
import type { Words } from './console-words.ts';
import { Playback } from './playback.ts';
import type { Beat } from './playback.ts';
import { playerStyle } from './player-style.ts';
import type { RfbModule } from './novnc.d.ts';
import { castBeats, rfbBeats } from './recording-file.ts';
import { ScreenStage } from './screen-stage.ts';
import { allText } from './terminal-keys.ts';
import { NOVNC } from './bulkhead-screen.ts';
import { buildTerminal } from './terminal-setup.ts';
import { TerminalStage } from './terminal-stage.ts';
import type { Terminal } from '@xterm/xterm';

const SPEEDS = [0.5, 1, 2, 4, 8];
const TICK_MILLIS = 250;

/** <bulkhead-player> plays the recording at `source`, `seconds` long, of a console whose `kind` was terminal or screen. */
class BulkheadPlayer extends HTMLElement {
  words: Words = {};
  kind: 'terminal' | 'screen' = 'terminal';
  /** Where noVNC is, relative to the page's base. */
  library = NOVNC;
  source = '';
  seconds = 0;

  readonly #picture = element('div', 'picture');
  readonly #button = element('button', 'toggle');
  readonly #slider = element('input', 'slider');
  readonly #time = element('span', 'time');
  readonly #speed = element('select', 'speed');
  readonly #notice = element('div', 'notice');
  #playback: Playback<Beat> | undefined;
  #terminal: Terminal | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [consoleStyle, playerStyle];
    const bar = element('div', 'bar');
    bar.append(this.#button, this.#slider, this.#time, this.#speed);
    this.#notice.setAttribute('role', 'status');
    root.append(this.#picture, bar, this.#notice);
    this.#button.addEventListener('click', () => this.toggle());
    this.#slider.addEventListener('input', () => void this.seek(Number(this.#slider.value)));
    this.#speed.addEventListener('change', () => this.#playback && (this.#playback.speed = Number(this.#speed.value)));
  }

  connectedCallback(): void {
    this.#label();
    void this.#begin();
  }

  disconnectedCallback(): void {
    clearInterval(this.#ticking);
    this.#playback?.close();
    this.#playback = undefined;
    this.#terminal?.dispose();
    this.#terminal = undefined;
    this.#picture.replaceChildren();
  }

  #label() {
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', say(this.words, 'label'));
    this.#slider.type = 'range';
    this.#slider.min = '0';
    // With steps it would stop short of an end that lies between two of them.
    this.#slider.step = 'any';
    this.#slider.max = String(this.seconds);
    this.#slider.setAttribute('aria-label', say(this.words, 'seek'));
    this.#speed.setAttribute('aria-label', say(this.words, 'speed'));
    this.#speed.replaceChildren(...SPEEDS.map((speed) => new Option(`${speed}×`, String(speed), speed === 1, speed === 1)));
    this.#notice.textContent = say(this.words, 'loading');
  }

  async #begin() {
    try {
      const playback = await this.#build();
      if (!this.isConnected) {
        playback.close();
        return;
      }
      this.#playback = playback;
      playback.onchange = () => this.#show();
      playback.onerror = () => this.#fail();
      this.#ticking = setInterval(() => playback.playing && this.#show(), TICK_MILLIS);
      await playback.seek(0);
      this.#notice.hidden = this.getAttribute('state') !== 'failed';
      if (this.getAttribute('state') !== 'failed') {
        playback.play();
      }
    } catch {
      this.#fail();
    }
  }

  async #build(): Promise<Playback<Beat>> {
    const url = new URL(this.source, document.baseURI).href;
    return (this.kind === 'screen' ? await this.#screen(url) : await this.#text(url)) as unknown as Playback<Beat>;
  }

  async #screen(url: string) {
    const place = element('div', 'guest');
    this.#picture.append(place);
    const library = new URL(this.library, document.baseURI).href;
    const stage = new ScreenStage(place, (await import(/* @vite-ignore */ library)) as RfbModule);
    return new Playback(this.seconds, () => rfbBeats(url), stage);
  }

  async #text(url: string) {
    const place = element('div', 'place');
    this.#picture.append(place);
    const { terminal } = await buildTerminal(this, place, false, () => {});
    terminal.options.disableStdin = true;
    this.#terminal = terminal;
    return new Playback(this.seconds, () => castBeats(url), new TerminalStage(terminal));
  }

  #fail() {
    this.setAttribute('state', 'failed');
    this.#notice.dataset.tone = 'trouble';
    this.#notice.textContent = say(this.words, 'failed');
    this.#notice.hidden = false;
  }

  #show() {
    const playback = this.#playback;
    if (!playback) {
      return;
    }
    const { playing, position, seconds } = playback;
    this.#button.textContent = say(this.words, playing ? 'pause' : 'play');
    this.#slider.value = String(position);
    this.#time.textContent = `${clock(position)} / ${clock(seconds)}`;
    this.#slider.setAttribute('aria-valuetext', this.#time.textContent);
    this.setAttribute('state', playing ? 'playing' : position >= seconds ? 'ended' : 'paused');
  }

  toggle(): void {
    if (this.#playback?.playing) {
      this.#playback.pause();
    } else {
      this.#playback?.play();
    }
  }

  /** Shows what was there at that second. @returns when it is shown */
  async seek(seconds: number): Promise<void> {
    await this.#playback?.seek(seconds);
    await new Promise<void>((painted) => (this.#terminal ? this.#terminal.write('', painted) : painted()));
    this.#show();
  }

  /** All lines of a terminal as they stand. */
  text(): string {
    return this.#terminal ? allText(this.#terminal) : '';
  }
}

/** As 1:02:03, or 02:03. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  return [...(whole >= 3600 ? [Math.floor(whole / 3600)] : []), ...parts].join(':');
}

customElements.define('bulkhead-player', BulkheadPlayer);
