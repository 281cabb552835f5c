import { type Answer, accept } from './answer.ts';

/** What the app's own token is for. */
export const appMethods = {
  'apps.connections.open': openConnection,
};

/** The stand-in has no Socket Mode: nobody listens at the address it gives. */
function openConnection(): Answer {
  return accept({ url: 'ws://127.0.0.1:1/link' });
}
