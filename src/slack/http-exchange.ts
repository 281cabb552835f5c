import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is answered to what we do not take. */
const refusals = {
  400: 'The body cannot be read.',
  401: 'Not signed by Slack, or not just now.',
  404: 'Nothing here.',
  405: 'POST only.',
  413: 'The body is too large.',
  503: 'Not now. Please send it again.',
} as const;

/** Answers in a few words, unless an answer has gone out already. */
export function refuse(response: ServerResponse, status: keyof typeof refusals): void {
  if (response.headersSent) return;
  // What has not been read yet is not waited for.
  if (status === 413) response.shouldKeepAlive = false;
  if (status === 405) response.setHeader('allow', 'POST');
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${refusals[status]}\n`);
}

/** Reads a body to its end, in characters, or tells why not. One that breaks off is not told of. */
export type ReadBody = (
  request: IncomingMessage,
  largest: number,
  tell: (read: { readonly text: string } | 'too-large' | 'too-many') => void,
) => void;

/**
 * Reads bodies of which each has at most `largest` bytes, and all that are under way at most `together`: anyone may
 * begin one, and keep it waiting.
 */
export function createBodyReader({ together }: { readonly together: number }): ReadBody {
  let held = 0;
  return (request, largest, tell) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const release = () => {
      held -= size;
      size = 0;
    };
    const giveUp = (why: 'too-large' | 'too-many') => {
      request.removeAllListeners('data').removeAllListeners('end').resume();
      chunks.length = 0;
      release();
      tell(why);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      held += chunk.length;
      if (size > largest) giveUp('too-large');
      else if (held > together) giveUp('too-many');
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const [only] = chunks;
      tell({ text: (chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString() });
    });
    request.once('close', release);
    if (Number(request.headers['content-length'] ?? 0) > largest) giveUp('too-large');
  };
}
