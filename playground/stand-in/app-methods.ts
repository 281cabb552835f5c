import { type Answer, accept, type MethodCall } from './answer.ts';

/** What the app's own token is for. */
export const appMethods = {
  'apps.connections.open': openConnection,
};

function openConnection({ socketUrl }: MethodCall): Answer {
  return accept({ url: socketUrl });
}
