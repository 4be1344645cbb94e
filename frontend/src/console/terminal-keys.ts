import type { Terminal } from '@xterm/xterm';

/** The few keys that are the page's and not the guest's: Ctrl+Shift with F (find) and C (copy). */
export function ownKeys(terminal: Terminal, actions: { find(): void; copy(): void }): void {
  const keys: Record<string, () => void> = { KeyF: actions.find, KeyC: actions.copy };
  terminal.attachCustomKeyEventHandler((event) => {
    const action = event.ctrlKey && event.shiftKey ? keys[event.code] : undefined;
    if (action) {
      event.preventDefault();
      if (event.type === 'keydown') {
        action();
      }
    }
    return !action;
  });
}

/** Calls back when a selection was made and stands. @return what ends it */
export function onSelected(terminal: Terminal, selected: () => void): () => void {
  const settleMillis = 150;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listener = terminal.onSelectionChange(() => {
    clearTimeout(timer);
    timer = setTimeout(selected, settleMillis);
  });
  return () => {
    clearTimeout(timer);
    listener.dispose();
  };
}

/** All lines that a terminal holds; what it wrapped is one line. */
export function allText(terminal: Terminal): string {
  const buffer = terminal.buffer.active;
  const lines: string[] = [];
  for (let row = 0; row < buffer.length; row++) {
    const line = buffer.getLine(row);
    const text = line?.translateToString(!buffer.getLine(row + 1)?.isWrapped) ?? '';
    if (line?.isWrapped && lines.length > 0) {
      lines[lines.length - 1] += text;
    } else {
      lines.push(text);
    }
  }
  return lines.join('\n').trimEnd();
}
