import { type Entries, formValues } from '../form-values.ts';
import type { World } from '../world/world.ts';

/**
 * Fills in and sends the form that was opened last, as Slack would send it.
 * @throws Error when there is none, or when it is not taken
 */
export async function sendForm(world: World, user: string, entries: Entries): Promise<void> {
  const view = [...world.standIn.workspace.modals.values()].at(-1);
  if (view === undefined) throw new Error('No form was opened.');
  const shown: Parameters<typeof formValues>[0] = JSON.parse(JSON.stringify(view));
  const values = JSON.parse(JSON.stringify(formValues(shown, entries)));
  const { callback_id: callbackId, private_metadata: metadata } = view;
  const form = { callbackId: String(callbackId), privateMetadata: String(metadata) };
  const { response } = await world.submit(user, form, values);
  if (response !== undefined) throw new Error(`A form was not taken: ${JSON.stringify(response)}`);
}
