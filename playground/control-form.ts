import { type Entries, formValues, type StateValues } from './form-values.ts';
import type { Frame, View } from './shapes.ts';
import type { UiSocket } from './ui-socket.ts';
import { until } from './until.ts';

/** What became of a form: closed, sent back with errors by block id, or followed by another one. */
export type Submitted =
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'next'; readonly form: View };

export type FormDeps = { readonly ui: UiSocket; readonly timeout: number };

/** local-slack has **one screen for everybody**: a form belongs to whoever submits it. Use one at a time. */
export function formVerbs({ ui, timeout }: FormDeps) {
  const onScreen = (callbackId?: string): View | undefined => {
    const form = ui.forms().at(-1);
    return callbackId === undefined || form?.callback_id === callbackId ? form : undefined;
  };
  const submitRaw = (user: string, values: StateValues): Promise<Submitted> =>
    ui.after('an answer to the form', () => ui.send({ t: 'view_submit', user, values }), outcome);

  return {
    /** Waits for a form on the screen. */
    form: (callbackId?: string): Promise<View> =>
      until(`the form ${callbackId ?? ''}`, () => onScreen(callbackId), { timeout }),

    /** Whether a form is on the screen, whoever opened it. */
    hasForm: (): boolean => onScreen() !== undefined,

    /** Fills in and submits the form on the screen, as Slack would: fields left out keep what was offered. */
    submit: async (user: string, entries: Entries = {}): Promise<Submitted> => {
      const form = onScreen();
      if (form === undefined) throw new Error('There is no form to submit.');
      return submitRaw(user, formValues(form, entries));
    },

    /** Submits these values as they are, complete or not. */
    submitRaw,

    /** Closes the form without submitting it. */
    cancel: (user: string): Promise<Submitted> =>
      ui.after('the form to close', () => ui.send({ t: 'view_close', user }), outcome),
  };
}

/** What a frame says about the form, if anything. */
export function outcome(frame: Frame): Submitted | undefined {
  if (frame.t === 'view_errors') return { kind: 'refused', errors: frame.errors };
  if (frame.t !== 'view') return undefined;
  const next = frame.stack.at(-1);
  return next === undefined ? { kind: 'closed' } : { kind: 'next', form: next };
}
