import type uPlot from 'uplot';

/** Something that happened, at a moment in seconds. */
export interface Mark {
  time: number;
  words: string;
  trouble: boolean;
}

const FLAG = 5;

/** Draws a line through the chart at each mark, with a flag at its top; what is trouble has a square one. */
export function drawMarks(plot: uPlot, marks: Mark[], hue: (token: string) => string): void {
  const { left, top, width, height } = plot.bbox;
  const scale = devicePixelRatio;
  const pen = plot.ctx;
  pen.save();
  for (const mark of marks) {
    const at = Math.round(plot.valToPos(mark.time, 'x', true));
    if (at < left || at > left + width) {
      continue;
    }
    pen.strokeStyle = pen.fillStyle = hue(mark.trouble ? '--trouble' : '--ink-2');
    pen.lineWidth = scale;
    pen.setLineDash([2 * scale, 3 * scale]);
    pen.beginPath();
    pen.moveTo(at, top);
    pen.lineTo(at, top + height);
    pen.stroke();
    pen.beginPath();
    if (mark.trouble) {
      pen.rect(at - FLAG * scale, top, 2 * FLAG * scale, 2 * FLAG * scale);
    } else {
      pen.moveTo(at - FLAG * scale, top);
      pen.lineTo(at + FLAG * scale, top);
      pen.lineTo(at, top + 1.6 * FLAG * scale);
    }
    pen.fill();
  }
  pen.restore();
}
