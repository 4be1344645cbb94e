/** The value of a series at a moment; null where nothing was measured. */
export type Value = number | null;

/** A stretch of history as the server sends it: moments in seconds, rising, and a row of values a line. */
export interface Stretch {
  from: number;
  to: number;
  /** Seconds from point to point; a longer way is a gap. */
  step: number;
  times: number[];
  /** First what each line was on average within a step, then, in the same order, what each was at most. */
  lines: Value[][];
}

/** Moments and lines as they are drawn. */
export type Drawn = [number[], ...Value[][]];

/** With an empty moment in each gap, so that no line crosses it. */
export function withGaps(stretch: Stretch): Drawn {
  const times: number[] = [];
  const lines: Value[][] = stretch.lines.map(() => []);
  stretch.times.forEach((time, at) => {
    const before = times.at(-1);
    if (before !== undefined && time - before > 1.5 * stretch.step) {
      times.push(before + stretch.step);
      lines.forEach((line) => line.push(null));
    }
    times.push(time);
    lines.forEach((line, index) => line.push(stretch.lines[index][at] ?? null));
  });
  return [times, ...lines];
}

/** The stretch with one moment more, moved on so that it stays as long as it was; what fell out at the left is gone. */
export function advanced(stretch: Stretch, time: number, values: Value[]): Stretch {
  const last = stretch.times.at(-1);
  if (last !== undefined && time <= last) {
    return stretch;
  }
  const move = Math.max(0, time - stretch.to);
  const from = stretch.from + move;
  const first = stretch.times.findIndex((moment) => moment >= from);
  const kept = first < 0 ? stretch.times.length : first;
  return {
    from,
    to: stretch.to + move,
    step: stretch.step,
    times: [...stretch.times.slice(kept), time],
    lines: stretch.lines.map((line, index) => [...line.slice(kept), values[index] ?? null]),
  };
}

/** What a line comes to in words: its latest, lowest and highest value; undefined for a line without any. */
export function summary(line: Value[]): { last: Value; lowest: number; highest: number } | undefined {
  const known = line.filter((value): value is number => value !== null);
  return known.length === 0
    ? undefined
    : { last: line.at(-1) ?? null, lowest: Math.min(...known), highest: Math.max(...known) };
}

/** The words of what happened close to a moment: within a hundredth of what is shown. */
export function near(marks: { time: number; words: string }[], moment: number, shown: number): string[] {
  return marks.filter((mark) => Math.abs(mark.time - moment) <= shown / 100).map((mark) => mark.words);
}
