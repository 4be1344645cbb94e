/** When a lost console is asked for again: soon at first, then ever more seldom, and never all browsers at the same moment. */

const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 30_000;

/** The close codes of consoles, on this and the server's side. */
export const ENDED = 1000;
export const SERVER_STOPS = 1001;
export const LOST = 1006;
export const NO_RIGHT = 1008;
export const INTERNAL = 1011;
export const LATER = 1013;

export class BackOff {
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Runs `attempt` after the next delay, which is told in milliseconds. One at a time: the one before is forgotten. */
  schedule(attempt: () => void, random: () => number = Math.random): number {
    this.cancel();
    const delay = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** this.#attempts) * (0.75 + random() / 2);
    this.#attempts += 1;
    this.#timer = setTimeout(attempt, delay);
    return delay;
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** It went well: the next loss begins anew. */
  reset(): void {
    this.cancel();
    this.#attempts = 0;
  }
}
