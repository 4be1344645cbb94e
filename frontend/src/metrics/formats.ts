/** Formats of the reader's language. To make one takes longer than to use it a hundred times, and charts use them at every tick. */
const numbers = new Map<string, Intl.NumberFormat>();
const times = new Map<string, Intl.DateTimeFormat>();

export function number(value: number, digits: number): string {
  const tongue = language() ?? 'en';
  return made(numbers, `${tongue} ${digits}`, () => new Intl.NumberFormat(tongue, { maximumFractionDigits: digits })).format(value);
}

/** Of 1, without decimals. */
export function percent(share: number): string {
  const tongue = language() ?? 'en';
  const make = () => new Intl.NumberFormat(tongue, { style: 'percent', maximumFractionDigits: 0 });
  return made(numbers, `${tongue} %`, make).format(share);
}

/** @param seconds since 1970 */
export function time(seconds: number, options: Intl.DateTimeFormatOptions): string {
  const tongue = language();
  return made(times, `${tongue} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(tongue, options)).format(seconds * 1000);
}

function made<F>(formats: Map<string, F>, key: string, make: () => F): F {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}

/** The page's; undefined where there is no page, or it does not say. */
function language(): string | undefined {
  return (typeof document === 'undefined' ? '' : document.documentElement.lang) || undefined;
}
