import type { MethodCall } from './answer.ts';

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string };

/**
 * One page of a list, by Slack's cursor convention: an empty `next_cursor` means that was the last. A page never
 * holds more than the stand-in's page size, whatever `limit` asks for. Undefined for a cursor nobody gave out.
 */
export function page<Item>(call: MethodCall, all: readonly Item[]): Page<Item> | undefined {
  const start = decode(call.arguments.cursor);
  if (start === undefined || start > all.length) return undefined;
  const limit = Math.min(Number(call.arguments.limit) || call.pageSize, call.pageSize);
  const end = start + limit;
  return { items: all.slice(start, end), nextCursor: end < all.length ? encode(end) : '' };
}

function encode(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64');
}

function decode(cursor: unknown): number | undefined {
  if (cursor === undefined || cursor === '') return 0;
  const match = /^offset:(\d+)$/.exec(Buffer.from(String(cursor), 'base64').toString());
  return match ? Number(match[1]) : undefined;
}
