import type { ISearchOptions, SearchAddon } from '@xterm/addon-search';
import { element } from './console-style.ts';

/** The bar that finds text in a terminal: how many there are, which one is shown, and the next and the one before. */
export class TerminalFind {
  readonly bar = element('div', 'find');
  readonly #text = element('input', '');
  readonly #count = element('span', 'count');
  readonly #search: SearchAddon;
  readonly #closed: () => void;

  constructor(search: SearchAddon, say: (key: string, ...values: number[]) => string, closed: () => void) {
    this.#search = search;
    this.#closed = closed;
    this.bar.hidden = true;
    this.bar.setAttribute('role', 'search');
    this.#text.type = 'text';
    this.#text.spellcheck = false;
    this.#text.placeholder = say('find');
    this.#text.setAttribute('aria-label', say('find'));
    this.#count.setAttribute('role', 'status');
    this.bar.append(
      this.#text,
      this.#count,
      this.#button('‹', say('find-previous'), () => this.#find(false)),
      this.#button('›', say('find-next'), () => this.#find(true)),
      this.#button('×', say('find-close'), () => this.close()),
    );
    this.#text.addEventListener('input', () => this.#find(true, true));
    this.bar.addEventListener('keydown', (event) => this.#key(event));
    search.onDidChangeResults(({ resultIndex, resultCount }) => {
      this.#count.textContent = resultCount ? say('find-count', resultIndex + 1, resultCount) : say('find-none');
    });
  }

  open(): void {
    this.bar.hidden = false;
    this.#text.select();
    this.#text.focus();
    this.#find(true, true);
  }

  close(): void {
    this.bar.hidden = true;
    this.#search.clearDecorations();
    this.#closed();
  }

  #button(sign: string, label: string, pressed: () => void) {
    const button = element('button', 'quiet', sign);
    button.type = 'button';
    button.title = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', pressed);
    return button;
  }

  #key(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      this.close();
    } else if (event.key === 'Enter' && event.target === this.#text) {
      this.#find(!event.shiftKey);
    } else {
      return;
    }
    event.preventDefault();
  }

  #find(forward: boolean, incremental = false) {
    if (!this.#text.value) {
      this.#search.clearDecorations();
      this.#count.textContent = '';
      return;
    }
    // The library counts only what it paints, and knows no colour but #rrggbb.
    const options: ISearchOptions = {
      incremental,
      decorations: {
        matchBackground: '#5a4a10',
        activeMatchBackground: '#b7791f',
        matchOverviewRuler: '#b7791f',
        activeMatchColorOverviewRuler: '#fbbf24',
      },
    };
    if (forward) {
      this.#search.findNext(this.#text.value, options);
    } else {
      this.#search.findPrevious(this.#text.value, options);
    }
  }
}
