import { grouped, level, scale, told } from './heat-data.ts';
import type { Cell, Steps } from './heat-data.ts';
import type { Value } from './chart-data.ts';
import type { Unit } from './chart-units.ts';
import { say } from '../console/console-words.ts';
import type { Words } from '../console/console-words.ts';

/** Up to so many cells have room for their names. */
const ROOMY = 60;

/** How what is shown is measured. */
interface Measure {
  label: string;
  unit: Unit;
  steps: Steps;
  /** Whether levels are shares of limits. */
  shares: boolean;
}

/**
 * <bulkhead-heatmap> shows one cell an instance, the warmer the more it uses, and each a link to it. Its content is in the page itself, so
 * that links are followed without loading the page anew. It is drawn only while it is seen.
 */
class BulkheadHeatmap extends HTMLElement {
  words: Words = {};

  readonly #legend = document.createElement('div');
  readonly #pointed = document.createElement('div');
  readonly #groups = document.createElement('div');
  readonly #seen = new IntersectionObserver((entries) => this.#see(entries.at(-1)?.isIntersecting ?? false));
  #measure: Measure = { label: '', unit: 'count', steps: [], shares: false };
  #cells: Cell[] = [];
  #links: HTMLAnchorElement[] = [];
  #asTable = false;
  #visible = false;
  #behind = false;

  constructor() {
    super();
    this.#legend.className = 'heat-legend';
    this.#pointed.className = 'heat-pointed';
    this.#pointed.setAttribute('aria-hidden', 'true');
    this.#groups.className = 'heat-groups';
    this.#groups.addEventListener('keydown', (event) => this.#key(event));
    for (const type of ['pointerover', 'focusin'] as const) {
      this.#groups.addEventListener(type, (event) => this.#point(event.target));
    }
    this.#groups.addEventListener('pointerleave', () => (this.#pointed.textContent = ''));
  }

  connectedCallback(): void {
    if (!this.#legend.isConnected) {
      this.append(this.#legend, this.#pointed, this.#groups);
    }
    this.#seen.observe(this);
  }

  disconnectedCallback(): void {
    this.#seen.disconnect();
  }

  /** Shows other cells, or the same by another measure. */
  load(measure: Measure, cells: Cell[]): void {
    this.#measure = measure;
    this.#cells = cells;
    this.#build();
  }

  /** Gives the cells other amounts, in their order. */
  update(amounts: Value[]): void {
    this.#cells.forEach((cell, index) => (cell.amount = amounts[index] ?? null));
    this.#behind = !this.#visible || document.hidden;
    if (!this.#behind) {
      this.#fill();
    }
  }

  /** Shows the numbers in the place of the cells. */
  tabulate(asTable: boolean): void {
    this.#asTable = asTable;
    this.#build();
  }

  #see(visible: boolean) {
    this.#visible = visible;
    if (visible && this.#behind) {
      this.#behind = false;
      this.#fill();
    }
  }

  #build() {
    const { steps, unit, shares } = this.#measure;
    this.#legend.replaceChildren(
      ...[...scale(steps, unit, shares).entries()].map(([at, words]) => legendOf(String(at), words)),
      legendOf('none', say(this.words, 'none')),
    );
    this.#legend.hidden = this.#asTable;
    this.#pointed.hidden = this.#asTable;
    this.#links = [];
    if (this.#asTable) {
      this.#groups.replaceChildren(this.#table());
      return;
    }
    this.#groups.classList.toggle('roomy', this.#cells.length <= ROOMY);
    this.#groups.replaceChildren(...[...grouped(this.#cells)].map(([name, cells]) => this.#group(name, cells)));
    this.#fill();
  }

  #group(name: string, cells: Cell[]): HTMLElement {
    const group = document.createElement('section');
    const head = document.createElement('h3');
    const count = document.createElement('span');
    count.textContent = String(cells.length);
    head.append(name, count);
    const field = document.createElement('div');
    field.className = 'heat-cells';
    for (const cell of cells) {
      const link = linkTo(cell);
      link.className = 'heat-cell';
      link.tabIndex = this.#links.length === 0 ? 0 : -1;
      this.#links.push(link);
      field.append(link);
    }
    group.append(head, field);
    return group;
  }

  #fill() {
    if (this.#asTable) {
      this.#groups.replaceChildren(this.#table());
      return;
    }
    const { steps, unit, shares } = this.#measure;
    const cells = [...grouped(this.#cells).values()].flat();
    const roomy = this.#cells.length <= ROOMY;
    this.#links.forEach((link, index) => {
      const cell = cells[index];
      const words = `${cell.name}: ${cell.amount === null ? say(this.words, 'none') : told(cell, unit, say(this.words, 'of', '{0}', '{1}'))}`;
      if (link.ariaLabel !== words) {
        link.ariaLabel = words;
        link.dataset.level = String(level(cell, steps, shares) ?? 'none');
        link.textContent = roomy ? cell.name : '';
      }
    });
  }

  #table(): HTMLElement {
    const { label, unit } = this.#measure;
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    for (const words of [say(this.words, 'instance'), say(this.words, 'host'), label, say(this.words, 'limit')]) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = words;
      head.append(cell);
    }
    const body = table.createTBody();
    for (const cell of [...this.#cells].sort((one, other) => (other.amount ?? -1) - (one.amount ?? -1))) {
      const row = body.insertRow();
      row.insertCell().append(linkTo(cell, cell.name));
      row.insertCell().textContent = cell.group;
      row.insertCell().textContent = told({ ...cell, limit: null }, unit, '');
      row.insertCell().textContent = told({ ...cell, amount: cell.limit, limit: null }, unit, '');
    }
    return table;
  }

  #point(target: EventTarget | null) {
    const link = target instanceof HTMLAnchorElement ? target : undefined;
    this.#pointed.textContent = link?.ariaLabel ?? '';
  }

  /** One stop of the tab key; from cell to cell by the arrow keys. */
  #key(event: KeyboardEvent) {
    const at = this.#links.indexOf(event.target as HTMLAnchorElement);
    const field = this.#links[at]?.parentElement;
    if (!field) {
      return;
    }
    const columns = getComputedStyle(field).gridTemplateColumns.split(' ').length;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    const next = by === undefined ? undefined : this.#links[Math.min(this.#links.length - 1, Math.max(0, at + by))];
    if (next) {
      event.preventDefault();
      this.#links[at].tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  }
}

function linkTo(cell: Cell, words = ''): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `instances/${cell.id}`;
  link.toggleAttribute('router-link', true);
  link.textContent = words;
  return link;
}

function legendOf(level: string, words: string): HTMLElement {
  const entry = document.createElement('span');
  const swatch = document.createElement('i');
  swatch.className = 'heat-cell';
  swatch.dataset.level = level;
  entry.append(swatch, words);
  return entry;
}

customElements.define('bulkhead-heatmap', BulkheadHeatmap);
