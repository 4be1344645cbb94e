/** The player's picture and the bar below it; the rest is as in a console. */
export const playerStyle = new CSSStyleSheet();
playerStyle.replaceSync(`
  :host { display: flex; flex-direction: column; }
  .picture { position: relative; flex: 1; min-height: 0; overflow: hidden; }
  .picture .place { overflow: auto; }
  .bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 8px 14px;
    background: var(--raised);
    color: var(--ink);
    font: 450 var(--t-m) / 20px var(--font);
  }
  .slider { flex: 1; width: auto; min-width: 80px; padding: 0; background: none; box-shadow: none; accent-color: var(--accent); }
  .toggle { min-width: 64px; }
  .time { color: var(--ink-2); font-variant-numeric: tabular-nums; }
  .speed {
    height: 26px;
    border: 0;
    border-radius: 5px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line-strong);
    color: inherit;
    font: 500 var(--t-s) / 18px var(--font);
  }
  .speed:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
  .notice { bottom: 64px; }
`);
