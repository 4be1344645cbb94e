import type { Beat } from './playback.ts';

/** One event of asciicast v2; the header comes first, as a resize. */
export interface CastBeat extends Beat {
  code: string;
  text: string;
}

/** A piece of what a VNC server sent; the size of its screen comes first. */
export interface RfbBeat extends Beat {
  size?: { width: number; height: number };
  bytes: Uint8Array<ArrayBuffer>;
}

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
