import { expect, it } from 'vitest';
import { kinds, openKind } from './stores.ts';

it.each(kinds)(
  'closing a store of kind "%s" does not wait for a command that waits for ever',
  async (kind) => {
    const { store, close } = await openKind(kind);
    const waiting = store.connectionFor('worker');
    await waiting.ping();
    const forever = waiting.bzpopmin('never-written', 0).catch(() => 'given up');
    await store.client.ping();
    await close();
    expect(await forever).toBe('given up');
  },
);
