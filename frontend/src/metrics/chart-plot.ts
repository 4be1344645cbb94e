import uPlot from 'uplot';
import type { AlignedData } from 'uplot';
import type { Drawn as Moments } from './chart-data.ts';
import { steps, worded } from './chart-units.ts';
import type { Unit } from './chart-units.ts';
import { time } from './formats.ts';
import { drawMarks } from './chart-marks.ts';
import type { Mark } from './chart-marks.ts';

const HEIGHT = 180;
const SCALE_WIDTH = 76;
const FILL = 0.22;
/** Of more lines than this the bands would hide each other. */
const MOST_BANDS = 2;
const DASHES: (number[] | undefined)[] = [undefined, [6, 4], [2, 3], [9, 3, 2, 3]];

interface Drawn {
  unit: Unit;
  ceiling: number;
  lines: { label: string; hue: string; dash: number }[];
}

interface Told {
  /** The moment under the crosshair by its index; null when it left. */
  pointed(index: number | null): void;
  zoomed(from: number, to: number): void;
}

/** The picture of a chart. All charts of a page share one crosshair. */
export class ChartPlot {
  readonly #place: HTMLElement;
  readonly #drawn: Drawn;
  readonly #plot: uPlot;
  /** To ask for a colour has the browser work out the page's styles. */
  readonly #hues = new Map<string, string>();
  #marks: Mark[] = [];
  #from = 0;
  #to = 1;

  constructor(place: HTMLElement, drawn: Drawn & Element, told: Told) {
    this.#place = place;
    this.#drawn = drawn;
    this.#plot = new uPlot(
      {
        width: Math.max(1, place.clientWidth),
        height: HEIGHT,
        legend: { show: false },
        cursor: {
          sync: { key: 'bulkhead' },
          drag: { x: true, y: false, setScale: false },
          points: { size: 6 },
        },
        select: { show: true, left: 0, top: 0, width: 0, height: 0 },
        scales: {
          x: { time: true, range: () => [this.#from, this.#to] },
          y: { range: (_, _low, high) => [0, Math.max(drawn.ceiling, high ?? 0, drawn.unit === 'cpus' ? 0.05 : 1) * 1.05] },
        },
        axes: [
          {
            stroke: () => this.#hue('--ink-3'),
            grid: { show: false },
            ticks: { show: false },
            size: 28,
            space: 50,
            font: this.#font(),
            values: (_, moments, __, ___, step) => moments.map((moment) => instant(moment, step)),
          },
          {
            stroke: () => this.#hue('--ink-3'),
            grid: { stroke: () => this.#hue('--line'), width: 1 },
            ticks: { show: false },
            size: SCALE_WIDTH,
            font: this.#font(),
            values: (_, values) => values.map((value) => worded(value, drawn.unit)),
            incrs: steps(drawn.unit) as uPlot.Axis['incrs'],
          },
        ],
        series: [
          {},
          ...drawn.lines.map((line) => ({
            label: line.label,
            stroke: () => this.#hue(line.hue),
            width: 1.5,
            dash: DASHES[line.dash % DASHES.length],
            spanGaps: false,
            points: { show: false },
          })),
          // The highest within each step: not a line of its own, but the top of a band above the average.
          ...drawn.lines.map(() => ({ stroke: 'transparent', width: 0, points: { show: false } })),
        ],
        bands: (drawn.lines.length > MOST_BANDS ? [] : drawn.lines).map((line, index) => ({
          series: [index + 1 + drawn.lines.length, index + 1] as [number, number],
          fill: () => faint(this.#hue(line.hue)),
        })),
        hooks: {
          draw: [(plot) => drawMarks(plot, this.#marks, (token) => this.#hue(token))],
          setCursor: [(plot) => told.pointed(plot.cursor.idx ?? null)],
          setSelect: [
            (plot) => {
              if (plot.select.width > 4) {
                told.zoomed(
                  plot.posToVal(plot.select.left, 'x'),
                  plot.posToVal(plot.select.left + plot.select.width, 'x'),
                );
                plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
              }
            },
          ],
        },
      },
      [[], ...drawn.lines.flatMap(() => [[], []])] as AlignedData,
      place,
    );
  }

  /** Takes what is to be marked; drawn with what is shown next. */
  mark(marks: Mark[]): void {
    this.#marks = marks;
  }

  show(data: Moments, from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    this.#plot.setData(data as AlignedData);
  }

  resize(): void {
    if (this.#place.clientWidth > 0) {
      this.#plot.setSize({ width: this.#place.clientWidth, height: HEIGHT });
    }
  }

  /** In the colours of another theme. */
  redraw(): void {
    this.#hues.clear();
    this.#plot.redraw(false, true);
  }

  /** Moves the crosshair by the arrow keys. */
  key(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const times = this.#plot.data[0];
    if (!by || times.length === 0) {
      return;
    }
    event.preventDefault();
    const at = Math.min(times.length - 1, Math.max(0, (this.#plot.cursor.idx ?? times.length) + by));
    this.#plot.setCursor({ left: this.#plot.valToPos(times[at], 'x'), top: 0 });
  }

  close(): void {
    this.#plot.destroy();
  }

  #hue(token: string): string {
    let hue = this.#hues.get(token);
    if (hue === undefined) {
      hue = this.#computed(token);
      this.#hues.set(token, hue);
    }
    return hue;
  }

  #computed(token: string): string {
    const probe = document.createElement('span');
    probe.style.color = `var(${token})`;
    probe.hidden = true;
    this.#place.append(probe);
    const hue = getComputedStyle(probe).color;
    probe.remove();
    return hue;
  }

  #font(): string {
    return `11px ${getComputedStyle(this.#place).fontFamily}`;
  }
}

/** The same colour, nearly transparent. */
function faint(hue: string): string {
  return hue.replace(/^rgb\(([^)]*)\)$/, `rgba($1, ${FILL})`);
}

/** A moment below the chart: no finer than the steps between them need it. */
function instant(seconds: number, step: number): string {
  const moment = new Date(seconds * 1000);
  const day = step >= 86_400 || (moment.getHours() === 0 && moment.getMinutes() === 0);
  return time(seconds, {
    ...(step >= 28 * 86_400 ? { month: 'short', year: 'numeric' } : {}),
    ...(day && step < 28 * 86_400 ? { day: 'numeric', month: 'short' } : {}),
    ...(day ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(step < 60 ? { second: '2-digit' } : {}) }),
  });
}
