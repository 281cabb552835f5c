/** The plain HTTP side of local-slack's control interface. */
export type ControlApi = {
  readonly get: (path: string) => Promise<unknown>;
  readonly post: (path: string, body: object) => Promise<void>;
};

/** @param url of the local Slack. Every call throws with local-slack's own words when it is refused. */
export function controlApi(url: string): ControlApi {
  const call = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(`${url}/_control/${path}`, init);
    if (!response.ok) throw new Error(`local-slack refused ${path}: ${await response.text()}`);
    return response.json();
  };
  return {
    get: (path) => call(path),
    post: async (path, body) => {
      const headers = { 'content-type': 'application/json' };
      await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
  };
}
