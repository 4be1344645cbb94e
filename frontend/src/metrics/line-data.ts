/** The most that one character of a line says. */
const TOP = 35;

/** The lines through a row of heights, each as the points of a polyline in a field of `width` by `height`; a gap parts two. */
export function polylines(heights: string, width: number, height: number): string[] {
  const step = heights.length > 1 ? width / (heights.length - 1) : 0;
  const point = (x: number, digit: string) => `${round(x)},${round(height - (parseInt(digit, 36) / TOP) * height)}`;
  return [...heights.matchAll(/[^-]+/g)].map(({ 0: run, index }) => {
    const points = [...run].map((digit, at) => point((index + at) * step, digit));
    // A point alone is a short dash, or it would not be seen.
    return (points.length > 1 ? points : [...points, point(index * step + 3, run)]).join(' ');
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
