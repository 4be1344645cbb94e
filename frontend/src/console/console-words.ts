/** The words that a console shows by itself; the server gives them in the reader's language. */
export type Words = Record<string, string>;

/** The words of `key` with its {0}, {1}, … filled; what fills them stays plain text. */
export function say(words: Words, key: string, ...values: (string | number)[]): string {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** "4.2 MB", in the reader's manner. */
export function size(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(document.documentElement.lang || 'en', {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}
