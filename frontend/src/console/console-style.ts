/** What both kinds of console look like beside the guest's own picture. The colours are the theme's tokens. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    min-height: 120px;
    border-radius: var(--radius);
    background: var(--console-ground);
    color: var(--console-ink);
    contain: strict;
  }
  :host([hidden]) { display: none; }
  :host(:fullscreen) { border-radius: 0; }
  :host(:focus-within) { outline: 2px solid var(--accent); outline-offset: 1px; }
  :host(:fullscreen:focus-within) { outline: none; }
  .guest { position: absolute; inset: 0; }
  .place { position: absolute; inset: 12px 4px 8px 14px; }
  :host([mode='view']) .place, :host([unwrapped]) .place { overflow: auto; }
  .place .xterm { height: 100%; }
  .place .xterm .xterm-viewport { background-color: transparent; }
  :host([unwrapped]) .place .xterm { width: max-content; }
  .notice, .find, .corner {
    position: absolute;
    z-index: 20;
    display: flex;
    align-items: center;
    gap: 8px;
    box-sizing: border-box;
    padding: 6px 10px;
    border-radius: 6px;
    background: var(--raised);
    box-shadow: var(--shadow-raised);
    color: var(--ink);
    font: 450 var(--t-m) / 20px var(--font);
  }
  .notice { inset-inline: 0; bottom: 16px; width: max-content; max-width: calc(100% - 32px); margin-inline: auto; }
  .corner { right: 16px; bottom: 16px; padding: 2px 8px; color: var(--ink-2); font-size: var(--t-s); pointer-events: none; }
  .find { top: 8px; right: 20px; max-width: calc(100% - 28px); gap: 4px; padding: 4px 6px; }
  [hidden].notice, [hidden].find, [hidden].corner { display: none; }
  .notice[data-tone='trouble']::before {
    content: '';
    flex: none;
    width: 10px;
    height: 10px;
    background: var(--trouble);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }
  .notice[data-tone='busy']::before {
    content: '';
    flex: none;
    box-sizing: border-box;
    width: 10px;
    height: 10px;
    border: 2px solid var(--accent);
    border-right-color: transparent;
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  .words { overflow-wrap: anywhere; }
  button, input {
    height: 26px;
    box-sizing: border-box;
    border: 0;
    border-radius: 5px;
    background: transparent;
    box-shadow: inset 0 0 0 1px var(--line-strong);
    color: inherit;
    font: 500 var(--t-s) / 18px var(--font);
  }
  button { flex: none; padding: 0 10px; cursor: pointer; }
  button:hover { background: var(--accent-soft); }
  button.quiet { width: 26px; padding: 0; box-shadow: none; font-size: var(--t-l); }
  input { min-width: 0; width: 180px; padding: 0 8px; background: var(--surface); }
  button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
  .count { min-width: 64px; text-align: center; color: var(--ink-2); font-size: var(--t-s); font-variant-numeric: tabular-nums; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .notice::before { animation: none !important; } }
`);

export const consoleStyle = sheet;

/** An element of a console's own, with its text as text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
