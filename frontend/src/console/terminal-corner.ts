import { element } from './console-style.ts';
import { size } from './console-words.ts';

const REMARK_MILLIS = 10_000;

/** The small words at a terminal's foot: where a link leads, a passing remark, else how much of the output was never shown. */
export class TerminalCorner {
  readonly box = element('div', 'corner');
  readonly #say: (key: string, ...values: string[]) => string;
  #missed = 0;
  #passing = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (key: string, ...values: string[]) => string) {
    this.#say = say;
    this.box.hidden = true;
  }

  /** Adds to what was missed; a new console begins at none. */
  missed(bytes: number): void {
    this.#missed += bytes;
    this.#show();
  }

  forget(): void {
    this.#missed = 0;
    this.#show();
  }

  /** Until it ends with "". */
  link(address: string): void {
    clearTimeout(this.#timer);
    this.#passing = address;
    this.#show();
  }

  remark(words: string): void {
    this.link(words);
    this.#timer = setTimeout(() => this.link(''), REMARK_MILLIS);
  }

  #show() {
    const missed = this.#missed > 0 ? this.#say('missed', size(this.#missed)) : '';
    this.box.textContent = this.#passing || missed;
    this.box.hidden = !this.box.textContent;
  }
}
