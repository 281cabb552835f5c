/** One HTTP/1.1 message: its first line and headers as they came, and its body (as Latin-1). */
export type HttpMessage = { readonly head: string; readonly body: string };

const HEAD_END = '\r\n\r\n';
const CHUNKS_END = '0\r\n\r\n';

/**
 * Takes whole messages out of what a connection brings, one after the other. Just what the two ends of the bench
 * need (Content-Length or one chunked body), so that measuring costs little of the machine that is measured.
 */
export function createMessageReader(take: (message: HttpMessage) => void): (chunk: Buffer) => void {
  let pending = '';
  return (chunk) => {
    pending += chunk.toString('latin1');
    for (let found = firstMessage(pending); found !== undefined; found = firstMessage(pending)) {
      pending = pending.slice(found.end);
      take(found);
    }
  };
}

function firstMessage(text: string): (HttpMessage & { readonly end: number }) | undefined {
  const headEnd = text.indexOf(HEAD_END);
  if (headEnd === -1) return undefined;
  const head = text.slice(0, headEnd);
  const start = headEnd + HEAD_END.length;
  const end = bodyEnd(head, text, start);
  return end === undefined ? undefined : { head, body: text.slice(start, end), end };
}

/** Where the body ends; `undefined` while it has not come yet. */
function bodyEnd(head: string, text: string, start: number): number | undefined {
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const last = text.indexOf(CHUNKS_END, start);
    return last === -1 ? undefined : last + CHUNKS_END.length;
  }
  const end = start + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return end <= text.length ? end : undefined;
}
