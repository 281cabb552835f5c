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

/** Reads a body to its end, or (`undefined`) until it is larger than allowed. One that breaks off is not told of. */
export function readWhole(
  request: IncomingMessage,
  largest: number,
  tell: (text: string | undefined) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const giveUp = () => {
    request.removeAllListeners('data').removeAllListeners('end').resume();
    tell(undefined);
  };
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > largest) giveUp();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    const [only] = chunks;
    tell((chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString());
  });
  if (Number(request.headers['content-length'] ?? 0) > largest) giveUp();
}
