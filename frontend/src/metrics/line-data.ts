/** The most that one character of a line says. */
const TOP = 35;

const DASH = 3;

/** The lines through a row of heights, each as the points of a polyline in a field of `width` by `height`; a gap parts two. */
export function polylines(heights: string, width: number, height: number): string[] {
  const step = heights.length > 1 ? width / (heights.length - 1) : 0;
  const point = (x: number, digit: string) => `${round(x)},${round(height - (parseInt(digit, 36) / TOP) * height)}`;
  return [...heights.matchAll(/[^-]+/g)].map(({ 0: run, index }) => {
    const points = [...run].map((digit, at) => point((index + at) * step, digit));
    if (points.length > 1) {
      return points.join(' ');
    }
    // A point alone is a short dash, or it would not be seen; the last one's ends at the edge.
    const from = Math.min(index * step, width - DASH);
    return `${point(from, run)} ${point(from + DASH, run)}`;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
