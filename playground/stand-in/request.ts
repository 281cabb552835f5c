import type { IncomingMessage } from 'node:http';
import type { Arguments } from './answer.ts';

export type ParsedRequest = { readonly arguments: Arguments; readonly token?: string };

/** Form fields which carry JSON: web-api encodes every argument that is not plain text so. */
const jsonFields = new Set(['blocks', 'view', 'attachments', 'metadata']);

/** The whole body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

/** Arguments and token of a Web API call, from a form or a JSON body; query parameters count as well. */
export function parseRequest(request: IncomingMessage, body: string): ParsedRequest {
  const query = new URL(request.url ?? '/', 'http://stand-in').searchParams;
  const isJson = request.headers['content-type']?.includes('application/json') ?? false;
  const { token, ...rest } = {
    ...fromForm(query),
    ...(isJson ? fromJson(body) : fromForm(new URLSearchParams(body))),
  };
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const given = bearer ?? (token === undefined ? undefined : String(token));
  return given === undefined ? { arguments: rest } : { arguments: rest, token: given };
}

function fromForm(form: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, jsonFields.has(name) ? parsedOrText(value) : value]),
  );
}

/** A JSON body as an object; anything else counts as no arguments. */
export function fromJson(body: string): Record<string, unknown> {
  const value = parsedOrText(body);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
