import type { BulkheadScreen } from './bulkhead-screen.ts';
import { element } from './console-style.ts';
import { say } from './console-words.ts';
import type { Words } from './console-words.ts';
import { layoutNames, missing } from './keyboard-layouts.ts';

const SPEEDS = { slow: 8, usual: 30, fast: 120 };
const LAYOUT_KEPT = 'bulkhead.layout';

/**
 * <bulkhead-type-text> takes a text and types it into a screen. The text, which may be a password, never goes to the page's server.
 * It is in the page's own tree, so that the theme's styles hold for it.
 */
class BulkheadTypeText extends HTMLElement {
  words: Words = {};
  screen: BulkheadScreen | undefined;

  readonly #text = element('textarea', 'text');
  readonly #secret = element('input', '');
  readonly #layout = element('select', '');
  readonly #speed = element('select', '');
  readonly #warning = element('p', 'warning');
  readonly #progress = element('p', 'muted');
  readonly #type = element('button', 'primary');
  readonly #stop = element('button', '');

  connectedCallback(): void {
    if (this.childElementCount > 0) {
      return;
    }
    this.#text.rows = 5;
    this.#text.spellcheck = false;
    this.#text.autocomplete = 'off';
    this.#secret.type = 'checkbox';
    layoutNames().forEach(([key, name]) => this.#layout.add(new Option(name, key)));
    this.#layout.value = localStorage.getItem(LAYOUT_KEPT) ?? 'us';
    Object.keys(SPEEDS).forEach((key) => this.#speed.add(new Option(this.#say(`speed-${key}`), key)));
    this.#speed.value = 'usual';
    this.#warning.setAttribute('role', 'alert');
    this.#progress.setAttribute('role', 'status');
    this.#type.textContent = this.#say('type');
    this.#stop.textContent = this.#say('stop');
    this.#stop.hidden = true;
    this.append(
      this.#field('text', this.#text),
      this.#field('secret', this.#secret),
      this.#field('layout', this.#layout),
      this.#field('speed', this.#speed),
      this.#warning,
      this.#progress,
      this.#type,
      this.#stop,
    );
    this.addEventListener('input', () => this.#check());
    this.#type.addEventListener('click', () => void this.#run());
    this.#stop.addEventListener('click', () => this.screen?.stopTyping());
    this.#check();
    this.#text.focus();
  }

  disconnectedCallback(): void {
    this.#text.value = '';
  }

  #say(key: string, ...values: (string | number)[]) {
    return say(this.words, key, ...values);
  }

  #field(key: string, field: HTMLElement) {
    const label = element('label', key);
    label.append(element('span', '', this.#say(key)), field);
    return label;
  }

  #check() {
    localStorage.setItem(LAYOUT_KEPT, this.#layout.value);
    this.#text.classList.toggle('masked', this.#secret.checked);
    const gone = missing(this.#text.value, this.#layout.value);
    // A secret's characters are not shown here either.
    const shown = this.#secret.checked ? String(gone.length) : gone.map((one) => (one < ' ' ? '␀' : one)).join(' ');
    this.#warning.textContent = gone.length > 0 ? this.#say(this.#secret.checked ? 'missing-count' : 'missing', shown) : '';
    this.#warning.hidden = gone.length === 0;
    this.#type.disabled = this.#text.value === '';
    this.#progress.textContent = '';
  }

  async #run() {
    this.#type.disabled = true;
    this.#stop.hidden = false;
    const speed = SPEEDS[this.#speed.value as keyof typeof SPEEDS];
    const whole = await this.screen?.typeText(this.#text.value, this.#layout.value, speed, (keys) => {
      this.#progress.textContent = this.#say('typed', keys);
    });
    this.#stop.hidden = true;
    this.#type.disabled = false;
    if (!whole) {
      this.#progress.textContent = this.#say('stopped');
    } else if (this.#secret.checked) {
      this.#text.value = '';
    }
  }
}

customElements.define('bulkhead-type-text', BulkheadTypeText);
