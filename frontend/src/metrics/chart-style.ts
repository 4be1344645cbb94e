import plotCss from 'uplot/dist/uPlot.min.css?raw';

/** What a chart looks like; the colours are the theme's tokens. */
export const chartStyle = new CSSStyleSheet();
chartStyle.replaceSync(`
  ${plotCss}
  :host { display: block; position: relative; color: var(--ink-2); font: 450 var(--t-s) / 16px var(--font); }
  :host([hidden]) { display: none; }
  .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; min-height: 24px; }
  .line { display: inline-flex; align-items: center; gap: 6px; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .line::before { content: ''; flex: none; width: 14px; border-top: 2px solid var(--line-hue); }
  .line[data-dash='1']::before { border-top-style: dashed; }
  .line[data-dash='2']::before { border-top-style: dotted; }
  .line[data-dash='3']::before { border-image: linear-gradient(90deg, var(--line-hue) 50%, transparent 50% 70%, var(--line-hue) 70% 85%, transparent 85%) 1; }
  .label { overflow: hidden; text-overflow: ellipsis; max-width: 160px; }
  .line b { color: var(--ink); font-weight: 600; min-width: 62px; }
  .when { margin-inline-start: auto; color: var(--ink-3); font-variant-numeric: tabular-nums; }
  .plot { min-width: 0; height: 180px; }
  .plot:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: var(--radius-s); }
  .u-select { background: var(--accent-soft); opacity: 0.6; }
  .u-cursor-x, .u-cursor-y { border-color: var(--ink-3) !important; }
  .u-cursor-y { display: none; }
  .empty { position: absolute; inset: 32px 0 24px; display: grid; place-items: center; color: var(--ink-3); pointer-events: none; }
  .numbers { max-height: 204px; overflow: auto; }
  .numbers:focus-visible { outline: 2px solid var(--accent); }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { padding: 4px 8px; text-align: end; border-bottom: 1px solid var(--line); font-weight: 450; white-space: nowrap; }
  th:first-child, td:first-child { text-align: start; }
  thead th { position: sticky; top: 0; background: var(--surface); color: var(--ink-3); }
  [hidden] { display: none !important; }
`);
