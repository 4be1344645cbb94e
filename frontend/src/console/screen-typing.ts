import type { Stroke } from './keyboard-layouts.ts';

/** As noVNC has it. */
export type SendKey = (keysym: number, code: string, down: boolean) => void;

const SHIFT: [number, string] = [0xffe1, 'ShiftLeft'];
const ALTGR: [number, string] = [0xfe03, 'AltRight'];

export const MODIFIERS: Record<string, [keysym: number, code: string]> = {
  control: [0xffe3, 'ControlLeft'],
  alt: [0xffe9, 'AltLeft'],
  shift: SHIFT,
  super: [0xffeb, 'MetaLeft'],
};

/** Presses keys together, in that order, and lets go of them in the other. */
export function press(send: SendKey, ...keys: [keysym: number, code: string][]): void {
  keys.forEach(([keysym, code]) => send(keysym, code, true));
  keys.reverse().forEach(([keysym, code]) => send(keysym, code, false));
}

/** Ctrl+Alt+F1 to F12. */
export function consoleSwitch(send: SendKey, number: number): void {
  press(send, MODIFIERS.control, MODIFIERS.alt, [0xffbe + number - 1, `F${number}`]);
}

/**
 * Types, so many keys a second, until it is done or called off. Guests lose keys that come too fast.
 *
 * @param done told how many keys were pressed so far, after each
 * @returns whether all of them were
 */
export async function typeKeys(
  send: SendKey,
  keys: Stroke[],
  perSecond: number,
  signal: AbortSignal,
  done: (keys: number) => void = () => {},
): Promise<boolean> {
  for (const [index, { code, keysym, shift, altgr }] of keys.entries()) {
    if (signal.aborted) {
      return false;
    }
    press(send, ...(shift ? [SHIFT] : []), ...(altgr ? [ALTGR] : []), [keysym, code]);
    done(index + 1);
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  return !signal.aborted;
}
