/**
 * <relative-time datetime="2026-01-31T12:00:00Z" form="ago|ahead|span"> says how long ago ("3 minutes ago"), how soon ("in 3 minutes") or how long since
 * ("12 d"), in the reader's language, and shows the exact moment in the reader's zone on hover. One timer keeps all of a page true, without the server.
 */
type Unit = [Intl.RelativeTimeFormatUnit, number];
const SHORT_UNITS: Unit[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const UNITS: Unit[] = [['year', 31_557_600], ['month', 2_629_800], ...SHORT_UNITS];

const language = () => document.documentElement.lang || 'en';
const shown = new Set<RelativeTime>();

function inUnits(seconds: number, units: Unit[]): [number, Intl.RelativeTimeFormatUnit] {
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? units[units.length - 1];
  return [Math.floor(seconds / size), unit];
}

function ago(seconds: number): string {
  const [amount, unit] = inUnits(seconds, UNITS);
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  return seconds < 10 ? format.format(0, 'second') : format.format(-amount, unit);
}

function ahead(seconds: number): string {
  const [amount, unit] = inUnits(Math.max(0, seconds), UNITS);
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(amount, unit);
}

// In days at most: the narrow forms of month and minute are the same letter.
function span(seconds: number): string {
  const [amount, unit] = inUnits(seconds, SHORT_UNITS);
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'narrow' }).format(amount);
}

class RelativeTime extends HTMLElement {
  static observedAttributes = ['datetime', 'form'];

  connectedCallback() {
    shown.add(this);
    this.update();
  }

  disconnectedCallback() {
    shown.delete(this);
  }

  attributeChangedCallback() {
    this.update();
  }

  update() {
    const moment = new Date(this.getAttribute('datetime') ?? '');
    if (Number.isNaN(moment.getTime())) {
      this.textContent = '';
      this.removeAttribute('title');
      return;
    }
    const seconds = Math.max(0, (Date.now() - moment.getTime()) / 1000);
    const form = this.getAttribute('form');
    const text =
      form === 'span'
        ? span(seconds)
        : form === 'ahead'
          ? ahead((moment.getTime() - Date.now()) / 1000)
          : ago(seconds);
    if (this.textContent !== text) {
      this.textContent = text;
    }
    this.title = moment.toLocaleString(language(), { dateStyle: 'full', timeStyle: 'long' });
  }
}

customElements.define('relative-time', RelativeTime);
setInterval(() => shown.forEach((time) => time.update()), 10_000);
