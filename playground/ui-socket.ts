import { WebSocket } from 'undici';
import { type FrameWatch, frameWatch } from './frame-watch.ts';
import { type Frame, readFrame, type View } from './shapes.ts';

/** The line over which local-slack's browser page works. Forms and Home buttons can be used in no other way. */
export type UiSocket = {
  /** The forms on the screen, the top one last. **One pile for the whole workspace**, whoever opened them. */
  readonly forms: () => readonly View[];
  readonly home: (user: string, appId: string) => View | undefined;
  /** Whether the app's Socket Mode connection is up. Always false for an app over HTTP. */
  readonly isConnected: (appId: string) => boolean;
  readonly send: (frame: object) => void;
  readonly after: FrameWatch['after'];
  readonly close: () => void;
};

type Screen = {
  forms: readonly View[];
  readonly homes: Map<string, View>;
  readonly connected: Map<string, boolean>;
};

/**
 * @param url of the workspace, `http://…`
 * @param timeout of each wait, in milliseconds
 */
export async function openUiSocket(url: string, timeout: number): Promise<UiSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ui`);
  const screen: Screen = { forms: [], homes: new Map(), connected: new Map() };
  const watch = frameWatch(timeout);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error(`No local Slack answers at ${url}.`)));
    socket.addEventListener('message', ({ data }) => {
      const frame = readFrame(JSON.parse(String(data)));
      if (frame === undefined) return;
      show(screen, frame);
      watch.hear(frame);
      resolve();
    });
  });
  return {
    forms: () => screen.forms,
    home: (user, appId) => screen.homes.get(`${user} ${appId}`),
    isConnected: (appId) => screen.connected.get(appId) === true,
    send: (frame) => socket.send(JSON.stringify(frame)),
    after: watch.after,
    close: () => socket.close(),
  };
}

function show(screen: Screen, frame: Frame): void {
  if (frame.t === 'view') screen.forms = frame.stack;
  if (frame.t === 'home') screen.homes.set(`${frame.user} ${frame.appId}`, frame.view);
  if (frame.t === 'socket_status') screen.connected.set(frame.appId, frame.connected);
  if (frame.t !== 'init') return;
  screen.forms = frame.state.modalStack;
  screen.homes.clear();
  for (const app of frame.state.apps) screen.connected.set(app.appId, app.connected);
  for (const [user, views] of Object.entries(frame.state.homeViews)) {
    for (const [appId, view] of Object.entries(views)) screen.homes.set(`${user} ${appId}`, view);
  }
}
