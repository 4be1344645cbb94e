import type { CastBeat } from './recording-file.ts';
import type { Stage } from './playback.ts';
import { MOST_COLUMNS, MOST_ROWS } from './terminal-setup.ts';
import type { Terminal } from '@xterm/xterm';

/** So many characters may wait to be painted before the recording waits too. */
const MOST_PENDING = 256 * 1024;

/** Plays a terminal's recording. What the guest asked back then is answered by nobody. */
export class TerminalStage implements Stage<CastBeat> {
  readonly terminal: Terminal;
  #pending = 0;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  reset(): void {
    this.terminal.reset();
  }

  show({ code, text }: CastBeat): Promise<void> | void {
    if (code === 'o') {
      return this.#write(text);
    }
    if (code !== 'r') {
      // What was typed, and markers, are for other readers.
      return undefined;
    }
    const [columns, rows] = text.split('x').map(Number);
    // In its order: what was printed before was printed in the old size.
    return new Promise((resolve) =>
      this.terminal.write('', () => {
        this.terminal.resize(clamp(columns, 2, MOST_COLUMNS), clamp(rows, 1, MOST_ROWS));
        resolve();
      }),
    );
  }

  #write(text: string): Promise<void> | void {
    this.#pending += text.length;
    const full = this.#pending > MOST_PENDING;
    return new Promise((resolve) => {
      this.terminal.write(text, () => {
        this.#pending -= text.length;
        resolve();
      });
      if (!full) {
        resolve();
      }
    });
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value) || least));
}
