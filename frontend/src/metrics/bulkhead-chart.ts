import { advanced, near, summary, withGaps } from './chart-data.ts';
import type { Drawn, Stretch, Value } from './chart-data.ts';
import { ChartPlot } from './chart-plot.ts';
import type { Mark } from './chart-marks.ts';
import { chartStyle } from './chart-style.ts';
import { worded } from './chart-units.ts';
import type { Unit } from './chart-units.ts';
import { time } from './formats.ts';
import { onThemeChange } from '../console/terminal-colors.ts';
import { say } from '../console/console-words.ts';
import type { Words } from '../console/console-words.ts';

/** A line of a chart. By its manner of dashes, 0 for none, it is told apart without its colour. */
export interface Line {
  label: string;
  hue: string;
  dash: number;
}

/** So many are told to those who do not see them. */
const MOST_MARKS_TOLD = 10;

/**
 * <bulkhead-chart> draws lines over time, fed with a stretch and then moment by moment. It is drawn only while it is seen. Tells `zoomed`
 * with from and to, in seconds, when the reader drags over it.
 */
class BulkheadChart extends HTMLElement {
  words: Words = {};
  label = '';
  unit: Unit = 'count';
  lines: Line[] = [];
  /** The lowest that the top of the scale may be, such as a limit; 0 for none. */
  ceiling = 0;

  readonly #head = document.createElement('div');
  readonly #place = document.createElement('div');
  readonly #empty = document.createElement('div');
  readonly #numbers = document.createElement('div');
  readonly #seen = new IntersectionObserver((entries) => this.#see(entries.at(-1)?.isIntersecting ?? false));
  readonly #sized = new ResizeObserver(() => this.#plot?.resize());
  #plot: ChartPlot | undefined;
  #stretch: Stretch | undefined;
  #drawn: Drawn = [[]];
  #marks: Mark[] = [];
  #visible = false;
  #behind = false;
  #asTable = false;
  #pointed: number | null = null;
  #offTheme: () => void = () => {};

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [chartStyle];
    this.#head.className = 'head';
    this.#place.className = 'plot';
    this.#place.setAttribute('role', 'img');
    this.#place.tabIndex = 0;
    this.#empty.className = 'empty';
    this.#numbers.className = 'numbers';
    this.#numbers.tabIndex = 0;
    this.#numbers.hidden = true;
    root.append(this.#head, this.#place, this.#empty, this.#numbers);
    this.#place.addEventListener('keydown', (event) => this.#plot?.key(event));
  }

  connectedCallback(): void {
    this.#seen.observe(this);
    this.#sized.observe(this);
    this.#offTheme = onThemeChange(() => this.#plot?.redraw());
  }

  disconnectedCallback(): void {
    this.#seen.disconnect();
    this.#sized.disconnect();
    this.#offTheme();
    this.#plot?.close();
    this.#plot = undefined;
  }

  /** Shows a stretch in the place of what it showed. */
  load(stretch: Stretch): void {
    this.#stretch = stretch;
    this.#changed();
  }

  /** Marks what happened meanwhile. */
  mark(marks: Mark[]): void {
    this.#marks = marks;
    this.#changed();
  }

  /** Adds a moment at the right. */
  push(time: number, values: Value[]): void {
    if (this.#stretch) {
      this.#stretch = advanced(this.#stretch, time, values);
      this.#changed();
    }
  }

  /** Shows the numbers in the place of the lines. */
  tabulate(asTable: boolean): void {
    this.#asTable = asTable;
    this.#place.hidden = asTable;
    this.#numbers.hidden = !asTable;
    this.#changed();
  }

  #see(visible: boolean) {
    this.#visible = visible;
    if (visible && this.#behind) {
      this.#changed();
    }
  }

  #changed() {
    this.#behind = !this.#visible || document.hidden;
    if (this.#behind || !this.#stretch) {
      return;
    }
    this.#drawn = withGaps(this.#stretch);
    this.#empty.hidden = this.#stretch.times.length > 0;
    this.#empty.textContent = say(this.words, 'empty');
    this.#tell();
    if (this.#asTable) {
      this.#fill();
      return;
    }
    this.#plot ??= new ChartPlot(this.#place, this, {
      pointed: (index) => {
        this.#pointed = index;
        this.#tell();
      },
      zoomed: (from, to) => this.dispatchEvent(new CustomEvent('zoomed', { detail: { from, to } })),
    });
    this.#plot.mark(this.#marks);
    this.#plot.show(this.#drawn, this.#stretch.from, this.#stretch.to);
  }

  /** The values under the crosshair, or the latest; and the whole in words for those who do not see it. */
  #tell() {
    const [times, ...lines] = this.#drawn;
    const at = this.#pointed ?? times.length - 1;
    this.#head.replaceChildren(
      ...this.lines.map((line, index) => {
        const words = document.createElement('span');
        words.className = 'line';
        words.style.setProperty('--line-hue', `var(${line.hue})`);
        words.dataset.dash = String(line.dash);
        words.title = line.label;
        const value = document.createElement('b');
        value.textContent = worded(lines[index]?.[at], this.unit);
        const label = document.createElement('span');
        label.className = 'label';
        label.textContent = line.label;
        words.append(label, value, ...this.#peak(lines[index]?.[at], lines[index + this.lines.length]?.[at]));
        return words;
      }),
    );
    if (this.#pointed !== null && times[at] !== undefined) {
      const when = document.createElement('span');
      when.className = 'when';
      const meanwhile = near(this.#marks, times[at], (this.#stretch as Stretch).to - (this.#stretch as Stretch).from);
      when.textContent = [moment(times[at]), ...meanwhile].join(' · ');
      this.#head.append(when);
    }
    this.#place.setAttribute('aria-label', [this.label, ...this.lines.map((line, index) => this.#inWords(line, lines[index], lines[index + this.lines.length])), ...this.#marksInWords()].join('. '));
  }

  #marksInWords(): string[] {
    return this.#marks.slice(-MOST_MARKS_TOLD).map((mark) => `${mark.words} ${moment(mark.time)}`);
  }

  #peak(average: Value | undefined, most: Value | undefined): string[] {
    return average != null && most != null && most > 1.01 * average ? [say(this.words, 'peak', worded(most, this.unit))] : [];
  }

  #inWords(line: Line, values: Value[], most: Value[]): string {
    const told = summary(values);
    return told
      ? say(this.words, 'summary', line.label, worded(told.last, this.unit), worded(told.lowest, this.unit), worded(summary(most)?.highest, this.unit))
      : say(this.words, 'summary-none', line.label);
  }

  #fill() {
    const stretch = this.#stretch as Stretch;
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    const labels = this.lines.map((line) => line.label);
    for (const label of [say(this.words, 'time'), ...labels, ...labels.map((label) => say(this.words, 'most', label))]) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = label;
      head.append(cell);
    }
    const body = table.createTBody();
    for (let at = stretch.times.length - 1; at >= 0; at--) {
      const row = body.insertRow();
      row.insertCell().textContent = moment(stretch.times[at]);
      stretch.lines.forEach((line) => (row.insertCell().textContent = worded(line[at], this.unit)));
    }
    this.#numbers.setAttribute('role', 'region');
    this.#numbers.setAttribute('aria-label', this.label);
    this.#numbers.replaceChildren(table);
  }
}

function moment(seconds: number): string {
  return time(seconds, { dateStyle: 'medium', timeStyle: 'medium' });
}

customElements.define('bulkhead-chart', BulkheadChart);
