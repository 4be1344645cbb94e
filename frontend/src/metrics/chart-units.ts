import { number } from './formats.ts';

/** What the values of a chart are measured in. */
export type Unit = 'cpus' | 'percent' | 'number' | 'bytes' | 'bytes-per-second' | 'per-second' | 'count';

const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** A value with its unit, in the reader's manner; a dash for an unknown one. */
export function worded(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return '–';
  }
  switch (unit) {
    case 'bytes':
      return binary(value);
    case 'bytes-per-second':
      return `${binary(value)}/s`;
    case 'per-second':
      return `${number(value, value < 10 ? 1 : 0)}/s`;
    case 'percent':
      return `${number(value, 1)} %`;
    case 'number':
    case 'cpus':
      return number(value, 2);
    default:
      return number(value, 0);
  }
}

/** Steps between the lines of a scale that make round numbers: powers of two for bytes. */
export function steps(unit: Unit): number[] | undefined {
  return unit.startsWith('bytes') ? Array.from({ length: 52 }, (_, power) => 2 ** power) : undefined;
}

function binary(value: number): string {
  const step = value < 1024 ? 0 : Math.min(BINARY.length - 1, Math.floor(Math.log2(value) / 10));
  const amount = value / 1024 ** step;
  return `${number(amount, step === 0 || amount >= 100 ? 0 : 1)} ${BINARY[step]}`;
}
