/**
 * The vocabulary of "bulkhead.tty.v1", the subprotocol of every console that is text: binary frames are the guest's bytes, text frames
 * are one JSON object of those below. Checked against src/test/resources/console/tty-v1-samples.json here and on the server.
 *
 * Positions count bytes since the console began, not since this connection: what was seen before a reload is not seen twice.
 */
export const TTY_PROTOCOL = 'bulkhead.tty.v1';

/** At most so many bytes of input in one frame, and so many sent beyond what the guest took: a long paste never holds up an ack. */
export const INPUT_FRAME = 16 * 1024;
export const INPUT_AHEAD = 64 * 1024;
/** The server sends at most 512 KiB beyond the last ack. */
export const ACK_EVERY = 64 * 1024;

export type Mode = 'control' | 'view';

export type ClientMessage =
  | { type: 'resize'; columns: number; rows: number }
  | { type: 'ack'; position: number }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'signal'; name: string }
  | { type: 'control'; want: 'ask' | 'give' | 'take'; to?: string };

/** Always first. The next byte has `position`; bytes before `live`, where it is given, are a replay that no terminal may answer. */
export interface Hello {
  type: 'hello';
  console: string;
  viewer: string;
  kind: string;
  mode: Mode;
  position: number;
  live?: number;
  columns: number;
  rows: number;
  label: string;
}

export interface Viewer {
  id: string;
  name: string;
  mode: Mode;
  since: string;
  asks: boolean;
}

export interface Presence {
  type: 'presence';
  viewers: Viewer[];
  holder?: string;
}

/** The guest's end: no code where there is none, as for a serial line. The server closes next. */
export interface Exit {
  type: 'exit';
  code?: number;
  reason: string;
}

export type ServerMessage =
  | Hello
  | { type: 'missed'; bytes: number; position: number }
  | { type: 'taken'; position: number }
  | { type: 'resize'; columns: number; rows: number }
  | Presence
  | Exit;

export const encode = (message: ClientMessage): string => JSON.stringify(message);

type Check = (value: unknown) => boolean;
type Shape = Record<string, Check>;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const whole: Check = (value) => Number.isSafeInteger(value);
const mode: Check = (value) => value === 'control' || value === 'view';
const optional = (check: Check): Check => (value) => value === undefined || value === null || check(value);
const listOf = (shape: Shape): Check => (value) => Array.isArray(value) && value.every((one) => fits(one, shape));

const VIEWER: Shape = { id: text, name: text, mode, since: text, asks: flag };
const SHAPES: Record<ServerMessage['type'], Shape> = {
  hello: {
    console: text,
    viewer: text,
    kind: text,
    mode,
    position: count,
    live: optional(count),
    columns: count,
    rows: count,
    label: text,
  },
  missed: { bytes: count, position: count },
  taken: { position: count },
  resize: { columns: count, rows: count },
  presence: { viewers: listOf(VIEWER), holder: optional(text) },
  exit: { code: optional(whole), reason: text },
};

function fits(value: unknown, shape: Shape): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([name, check]) => check((value as Record<string, unknown>)[name]))
  );
}

/** What a text frame says; undefined for a word of a later version. Throws on what is neither. Unknown fields are let through. */
export function decode(frame: string): ServerMessage | undefined {
  const message = JSON.parse(frame) as { type?: unknown };
  if (typeof message?.type !== 'string') {
    throw new Error('A text frame without a type');
  }
  if (!Object.hasOwn(SHAPES, message.type)) {
    return undefined;
  }
  if (!fits(message, SHAPES[message.type as ServerMessage['type']])) {
    throw new Error(`A malformed "${message.type}"`);
  }
  return message as ServerMessage;
}
