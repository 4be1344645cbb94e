import type { Beat } from './playback.ts';

/** One event of asciicast v2; the header comes first, as a resize. */
export interface CastBeat extends Beat {
  code: string;
  text: string;
}

/** A piece of what a VNC server sent, or a connection to it that begins: there is one at first, and another after each loss. */
export type RfbBeat = Beat & ({ size: { width: number; height: number } } | { bytes: Uint8Array<ArrayBuffer> });

/** Of what a screen's recording begins with. */
const NAME_LENGTH = 8;

async function fetched(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const answer = await fetch(url, { cache: 'no-store' });
  if (!answer.ok || !answer.body) {
    throw new Error(`The recording cannot be had: ${answer.status}`);
  }
  return answer.body as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Reads asciicast v2, line by line as it is wanted. A line that a crash cut short ends it. */
export async function* castBeats(url: string): AsyncGenerator<CastBeat> {
  const reader = (await fetched(url)).pipeThrough(new TextDecoderStream()).getReader();
  try {
    let rest = '';
    let first = true;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        yield first ? header(line) : event(line);
        first = false;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function header(line: string): CastBeat {
  const { width, height } = JSON.parse(line) as { width: number; height: number };
  return { at: 0, code: 'r', text: `${width}x${height}` };
}

function event(line: string): CastBeat {
  const [at, code, text] = JSON.parse(line) as [number, string, string];
  return { at, code, text };
}

/** Reads a screen's recording (RfbLog on the server's side), piece by piece as it is wanted. One that a crash cut short ends there. */
export async function* rfbBeats(url: string): AsyncGenerator<RfbBeat> {
  const bytes = new ByteReader((await fetched(url)).pipeThrough(new DecompressionStream('gzip')));
  try {
    await bytes.take(NAME_LENGTH);
    for (let mark = await bytes.take(8); mark; mark = await bytes.take(8)) {
      const view = new DataView(mark.buffer);
      const at = view.getUint32(0) / 1000;
      const length = view.getUint32(4);
      const body = await bytes.take(length || 4);
      if (!body) {
        return;
      }
      yield length ? { at, bytes: body } : { at, size: size(body) };
    }
  } finally {
    await bytes.cancel();
  }
}

function size(bytes: Uint8Array<ArrayBuffer>) {
  const sides = new DataView(bytes.buffer);
  return { width: sides.getUint16(0), height: sides.getUint16(2) };
}

/** A stream by the number of bytes that are wanted. */
class ByteReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
    this.#reader = stream.getReader();
  }

  /** @returns so many bytes in a buffer of their own, or nothing where there are no more so many */
  async take(count: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const taken = new Uint8Array(count);
    let filled = 0;
    while (filled < count) {
      if (this.#rest.length === 0) {
        // A recording without its end is an error to the one who decompresses, and the end to us.
        const part = await this.#reader.read().catch(() => undefined);
        if (!part || part.done) {
          return undefined;
        }
        this.#rest = part.value;
      }
      const some = this.#rest.subarray(0, count - filled);
      taken.set(some, filled);
      filled += some.length;
      this.#rest = this.#rest.subarray(some.length);
    }
    return taken;
  }

  async cancel(): Promise<void> {
    await this.#reader.cancel().catch(() => {});
  }
}
