/** What we use of noVNC, which ships no types: https://github.com/novnc/noVNC/blob/v1.7.0/docs/API.md */
export interface RfbEvents {
  connect: CustomEvent<object>;
  disconnect: CustomEvent<{ clean: boolean }>;
  credentialsrequired: CustomEvent<{ types: string[] }>;
  securityfailure: CustomEvent<{ status: number; reason?: string }>;
  clipboard: CustomEvent<{ text: string }>;
  desktopname: CustomEvent<{ name: string }>;
}

export interface Rfb {
  viewOnly: boolean;
  scaleViewport: boolean;
  clipViewport: boolean;
  resizeSession: boolean;
  showDotCursor: boolean;
  background: string;
  qualityLevel: number;
  compressionLevel: number;
  addEventListener<K extends keyof RfbEvents>(type: K, listener: (event: RfbEvents[K]) => void): void;
  disconnect(): void;
  focus(): void;
  blur(): void;
  sendKey(keysym: number, code: string, down?: boolean): void;
  sendCtrlAltDel(): void;
  clipboardPasteFrom(text: string): void;
  toBlob(callback: (blob: Blob | null) => void, type?: string): void;
}

/** What noVNC takes for a connection, beside a WebSocket: it looks whether all of these are there. */
export interface RfbChannel {
  binaryType: string;
  protocol: string;
  readyState: number;
  onerror: unknown;
  onmessage: unknown;
  onopen: unknown;
  send(): void;
  close(): void;
}

export interface RfbModule {
  default: new (target: HTMLElement, channel: WebSocket | RfbChannel, options?: { shared?: boolean }) => Rfb;
}
