/** The server's side of a WebSocket, in the hands of a test: install() puts it in the place of the platform's. */
export class FakeSocket {
  static readonly OPEN = 1;
  static last: FakeSocket;

  readyState = FakeSocket.OPEN;
  binaryType = '';
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly url: string;
  readonly protocols: string[];
  /** Frames of the client: text frames as objects, binary ones as they are. */
  readonly messages: Record<string, unknown>[] = [];
  readonly input: Uint8Array[] = [];
  closedWith = 0;

  constructor(url: string, protocols: string[]) {
    this.url = url;
    this.protocols = protocols;
    FakeSocket.last = this;
  }

  static install(): void {
    Object.assign(globalThis, { WebSocket: FakeSocket });
  }

  send(frame: string | Uint8Array): void {
    if (typeof frame === 'string') {
      this.messages.push(JSON.parse(frame) as Record<string, unknown>);
    } else {
      this.input.push(frame.slice());
    }
  }

  close(code: number): void {
    this.closedWith = code;
    this.drop(code, '');
  }

  drop(code: number, reason: string): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }

  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  bytes(...bytes: number[]): void {
    this.onmessage?.({ data: Uint8Array.from(bytes).buffer });
  }

  of(type: string): Record<string, unknown>[] {
    return this.messages.filter((message) => message.type === type);
  }

  get inputLength(): number {
    return this.input.reduce((sum, frame) => sum + frame.length, 0);
  }
}
