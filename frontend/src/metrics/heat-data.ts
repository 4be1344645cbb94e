import { worded } from './chart-units.ts';
import { percent } from './formats.ts';
import type { Unit } from './chart-units.ts';
import type { Value } from './chart-data.ts';

/** One instance of a heat map. */
export interface Cell {
  id: string;
  name: string;
  /** What it stands among, such as its host. */
  group: string;
  amount: Value;
  /** What the amount is seen as a share of; null where nothing limits it. */
  limit: Value;
}

/** From which share, or amount, on a level begins; level 0 lies below the first. */
export type Steps = number[];

/** How warm a cell is; undefined for one that was not measured. Where limits hold, one without is as cold as can be. */
export function level(cell: Cell, steps: Steps, shares: boolean): number | undefined {
  if (cell.amount === null) {
    return undefined;
  }
  const measure = shares ? (cell.limit ? cell.amount / cell.limit : 0) : cell.amount;
  return steps.filter((step) => measure >= step).length;
}

/** "0.31 of 4 (8 %)", "12 MiB/s"; a dash when nothing was measured. */
export function told(cell: Cell, unit: Unit, of: string): string {
  const amount = worded(cell.amount, unit);
  if (cell.amount === null || !cell.limit) {
    return amount;
  }
  return `${of.replace('{0}', amount).replace('{1}', worded(cell.limit, unit))} (${percent(cell.amount / cell.limit)})`;
}

/** What the levels stand for, the coldest first. */
export function scale(steps: Steps, unit: Unit, shares: boolean): string[] {
  const words = steps.map((step) => (shares ? percent(step) : worded(step, unit)));
  return [`< ${words[0]}`, ...words.map((from, index) => (index + 1 < words.length ? `${from} – ${words[index + 1]}` : `≥ ${from}`))];
}

/** Cells with their groups, in the order in which groups first come. */
export function grouped(cells: Cell[]): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const members = groups.get(cell.group);
    if (members) {
      members.push(cell);
    } else {
      groups.set(cell.group, [cell]);
    }
  }
  return groups;
}
