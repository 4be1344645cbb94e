import type { ITheme } from '@xterm/xterm';

const ANSI = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** The theme's console tokens as the terminal wants them: resolved, since it paints by itself. */
export function terminalColors(host: HTMLElement): ITheme {
  const probe = document.createElement('span');
  probe.hidden = true;
  (host.shadowRoot ?? host).append(probe);
  const resolve = (token: string) => {
    probe.style.color = `var(--console-${token})`;
    return getComputedStyle(probe).color;
  };
  const theme: Record<string, string> = {
    background: resolve('ground'),
    foreground: resolve('ink'),
    cursor: resolve('cursor'),
    cursorAccent: resolve('ground'),
    selectionBackground: resolve('selection'),
    selectionInactiveBackground: resolve('selection'),
    scrollbarSliderBackground: resolve('scrollbar'),
    scrollbarSliderHoverBackground: resolve('scrollbar'),
    scrollbarSliderActiveBackground: resolve('scrollbar'),
  };
  for (const name of ANSI) {
    theme[name] = resolve(name);
    theme[`bright${name[0].toUpperCase()}${name.slice(1)}`] = resolve(`bright-${name}`);
  }
  probe.remove();
  return theme;
}

/** Calls back when the reader changes between light and dark, here or in the system. @return what ends it */
export function onThemeChange(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const choice = new MutationObserver(changed);
  choice.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class', 'theme'] });
  dark.addEventListener('change', changed);
  return () => {
    choice.disconnect();
    dark.removeEventListener('change', changed);
  };
}
