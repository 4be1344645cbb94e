import type { Rfb, RfbChannel, RfbModule } from './novnc.d.ts';
import type { Stage } from './playback.ts';
import type { RfbBeat } from './recording-file.ts';

const OPEN = 1;
const GREETING = 'RFB 003.008\n';
/** One kind of sign-in, none; and it succeeded. */
const SIGNED_IN = [1, 1, 0, 0, 0, 0];
/** Pixels as noVNC asks for them; it asks all the same. */
const PIXELS = [32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 0, 8, 16, 0, 0, 0];

/** What noVNC takes for a connection: the recording speaks, and whatever noVNC says goes nowhere. */
class PlayedChannel implements RfbChannel {
  binaryType = 'arraybuffer';
  protocol = '';
  readyState = OPEN;
  onerror: unknown = null;
  onmessage: ((message: { data: ArrayBuffer }) => void) | null = null;
  onopen: unknown = null;
  onclose: unknown = null;

  send(): void {}

  close(): void {}

  deliver(bytes: Uint8Array<ArrayBuffer>): void {
    const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    this.onmessage?.({ data });
  }
}

/** Plays a screen's recording through noVNC, as its VNC server did. */
export class ScreenStage implements Stage<RfbBeat> {
  readonly #place: HTMLElement;
  readonly #library: RfbModule;
  #rfb: Rfb | undefined;
  #channel: PlayedChannel | undefined;

  constructor(place: HTMLElement, library: RfbModule) {
    this.#place = place;
    this.#library = library;
  }

  reset(): void {
    this.#rfb?.disconnect();
    this.#rfb = undefined;
    this.#channel = undefined;
    this.#place.replaceChildren();
  }

  show(beat: RfbBeat): Promise<void> | void {
    if ('bytes' in beat) {
      this.#channel?.deliver(beat.bytes);
      return undefined;
    }
    this.reset();
    return this.#connect(beat.size.width, beat.size.height);
  }

  #connect(width: number, height: number): Promise<void> {
    const channel = new PlayedChannel();
    const rfb = new this.#library.default(this.#place, channel, { shared: true });
    rfb.viewOnly = true;
    rfb.scaleViewport = true;
    rfb.background = 'transparent';
    this.#rfb = rfb;
    this.#channel = channel;
    return new Promise((resolve) => {
      rfb.addEventListener('connect', () => resolve());
      channel.deliver(new TextEncoder().encode(GREETING));
      channel.deliver(new Uint8Array(SIGNED_IN));
      const sides = [width >> 8, width & 255, height >> 8, height & 255];
      channel.deliver(new Uint8Array([...sides, ...PIXELS, 0, 0, 0, 0]));
    });
  }
}
