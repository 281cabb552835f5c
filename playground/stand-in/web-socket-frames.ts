/** The frames we know, by their opcode. Source: RFC 6455, section 5.2. */
const opcodes = { text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;

export type FrameKind = keyof typeof opcodes;
export type Frame = { readonly kind: FrameKind | undefined; readonly content: Buffer };

/** One whole frame, unmasked, as a server sends it. Close says 1000. */
export function frame(kind: FrameKind, content: string | Buffer = ''): Buffer {
  const body = kind === 'close' ? Buffer.from([0x03, 0xe8]) : Buffer.from(content);
  return Buffer.concat([Buffer.from([0x80 | opcodes[kind], ...lengthBytes(body.length)]), body]);
}

function lengthBytes(length: number): readonly number[] {
  if (length < 126) return [length];
  if (length < 65_536) return [126, length >> 8, length & 255];
  return [127, 0, 0, 0, 0, (length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
}

/** Takes whole frames of a client (masked, never fragmented) out of what a connection brings. */
export function createFrameReader(take: (frame: Frame) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (let found = firstFrame(pending); found !== undefined; found = firstFrame(pending)) {
      pending = pending.subarray(found.end);
      take(found);
    }
  };
}

function firstFrame(bytes: Buffer): (Frame & { readonly end: number }) | undefined {
  if (bytes.length < 6) return undefined;
  const [first = 0, second = 0] = bytes;
  const short = second & 127;
  const lengthSize = short === 127 ? 8 : short === 126 ? 2 : 0;
  const start = 2 + lengthSize + 4;
  if (bytes.length < start) return undefined;
  const length =
    lengthSize === 0 ? short : bytes.readUIntBE(2 + Math.max(0, lengthSize - 6), Math.min(lengthSize, 6));
  const end = start + length;
  if (bytes.length < end) return undefined;
  const mask = bytes.subarray(start - 4, start);
  const content = Buffer.from(bytes.subarray(start, end));
  for (let at = 0; at < content.length; at += 1) content[at] = (content[at] ?? 0) ^ (mask[at & 3] ?? 0);
  return { kind: kindOf(first & 15), content, end };
}

function kindOf(opcode: number): FrameKind | undefined {
  return (Object.keys(opcodes) as FrameKind[]).find((kind) => opcodes[kind] === opcode);
}
