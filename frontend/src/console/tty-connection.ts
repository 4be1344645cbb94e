import { ACK_EVERY, decode, encode, INPUT_AHEAD, INPUT_FRAME, TTY_PROTOCOL } from './tty-protocol.ts';
import type { ClientMessage, Hello, ServerMessage } from './tty-protocol.ts';

/** After so much quiet, the server hears of the last bytes too. */
const ACK_IDLE_MILLIS = 40;
const INTERRUPT = 3;

export interface TtyListener {
  hello(hello: Hello): void;
  /** The guest's bytes, with the position behind them: to be acked once they are processed. */
  output(bytes: Uint8Array, position: number): void;
  message(message: Exclude<ServerMessage, Hello | { type: 'taken' }>): void;
  /** Told once, whoever closed. `unsent` bytes of input never left. */
  closed(code: number, reason: string, unsent: number): void;
}

/**
 * One WebSocket of a terminal: bytes both ways with their flow control, and nothing of what is shown. `seen` is the position behind
 * the last byte that was shown of that console already; what the server sends again is left out.
 */
export class TtyConnection {
  #socket: WebSocket;
  #listener: TtyListener;
  #seen: { console: string; position: number } | undefined;
  #greeted = false;
  #position = 0;
  #acked = 0;
  #processed = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #input: Uint8Array[] = [];
  #waiting = 0;
  #sent = 0;
  #taken = 0;

  constructor(url: string, listener: TtyListener, seen?: { console: string; position: number }) {
    this.#listener = listener;
    this.#seen = seen;
    this.#socket = new WebSocket(url, [TTY_PROTOCOL]);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onmessage = ({ data }) => this.#receive(data);
    this.#socket.onclose = ({ code, reason }) => {
      clearTimeout(this.#idle);
      listener.closed(code, reason, this.#waiting);
    };
  }

  #receive(data: unknown) {
    try {
      if (typeof data === 'string') {
        const message = decode(data);
        if (message) {
          this.#hear(message);
        }
      } else {
        this.#take(new Uint8Array(data as ArrayBuffer));
      }
    } catch (fault) {
      console.warn('A console sent what is not of its protocol', fault);
      // 1002 is for the browser itself; 4000 to 4999 are free for pages.
      this.#socket.close(4002, 'Not of the protocol');
    }
  }

  #hear(message: ServerMessage) {
    if (message.type === 'hello') {
      this.#greeted = true;
      this.#position = message.position;
      this.#acked = this.#processed = message.position;
      this.#listener.hello(message);
      if (message.console !== this.#seen?.console) {
        this.#seen = undefined;
      }
      return;
    }
    if (!this.#greeted) {
      throw new Error(`"${message.type}" before "hello"`);
    }
    if (message.type === 'taken') {
      this.#taken = Math.max(this.#taken, message.position);
      this.#flush();
      return;
    }
    if (message.type === 'missed') {
      this.#position = message.position;
      this.acknowledge(message.position);
    }
    this.#listener.message(message);
  }

  #take(bytes: Uint8Array) {
    if (!this.#greeted) {
      throw new Error('Output before "hello"');
    }
    const known = Math.min(bytes.length, Math.max(0, (this.#seen?.position ?? 0) - this.#position));
    this.#position += bytes.length;
    if (known < bytes.length) {
      this.#listener.output(bytes.subarray(known), this.#position);
    } else {
      this.acknowledge(this.#position);
    }
  }

  /** What is before `position` is on the screen: the server may go on. */
  acknowledge(position: number): void {
    this.#processed = Math.max(this.#processed, position);
    clearTimeout(this.#idle);
    if (this.#processed - this.#acked >= ACK_EVERY) {
      this.#ack();
    } else if (this.#processed > this.#acked) {
      this.#idle = setTimeout(() => this.#ack(), ACK_IDLE_MILLIS);
    }
  }

  #ack() {
    this.#acked = this.#processed;
    this.send({ type: 'ack', position: this.#acked });
  }

  send(message: ClientMessage): void {
    if (this.#greeted && this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(encode(message));
    }
  }

  /** Takes input, and sends it as the guest takes it. Ctrl+C goes before what still waits here, and in its place. */
  type(bytes: Uint8Array): void {
    if (!this.#greeted || this.#socket.readyState !== WebSocket.OPEN) {
      return;
    }
    if (bytes.length === 1 && bytes[0] === INTERRUPT) {
      this.#input = [];
      this.#waiting = 0;
    }
    this.#input.push(bytes);
    this.#waiting += bytes.length;
    this.#flush();
  }

  #flush() {
    let room = INPUT_AHEAD - (this.#sent - this.#taken);
    while (this.#input.length > 0 && room > 0 && this.#socket.readyState === WebSocket.OPEN) {
      const [first] = this.#input;
      const frame = first.subarray(0, Math.min(INPUT_FRAME, room));
      this.#socket.send(frame as Uint8Array<ArrayBuffer>);
      this.#sent += frame.length;
      this.#waiting -= frame.length;
      room -= frame.length;
      if (frame.length === first.length) {
        this.#input.shift();
      } else {
        this.#input[0] = first.subarray(frame.length);
      }
    }
  }

  /** How much input waits for the guest to take what went before. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Ends it without another word to the listener. */
  close(): void {
    clearTimeout(this.#idle);
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    this.#socket.close(1000);
  }
}
