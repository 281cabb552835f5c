import type { ClientOptions } from './make-client.ts';

export type Embedded = { readonly options: ClientOptions; close(): Promise<void> };

/**
 * A Redis-compatible store inside this process: no port, no file, gone at exit. Every client made with the
 * returned options sees the same data. Loaded only when needed, for it brings a Lua interpreter with it.
 */
export async function openEmbedded(): Promise<Embedded> {
  const { createIoredisMock } = await import('js-redis-server');
  const keeper = await createIoredisMock();
  const { host = '127.0.0.1', port = 6379, Connector } = keeper.options as ClientOptions;
  return {
    // Its streams do not end while a blocking command waits; they need not be waited for.
    options: { host, port, Connector, disconnectTimeout: 20 },
    // Not `quit`: that would wait up to five seconds for a blocking command whose client has long gone.
    close: async () => {
      keeper.disconnect();
    },
  };
}
