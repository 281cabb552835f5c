import type { ViewClosedAction, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import { APP, common, PERSON, TRIGGER, team, WORKSPACE } from './payloads-defaults.ts';

/** Values of a form: block id → action id → the field's state, as `view.state.values` has it. */
export type FormValues = ViewOutput['state']['values'];

export type SubmissionOptions = {
  readonly callbackId: string;
  readonly values?: FormValues;
  readonly privateMetadata?: string;
  readonly user?: string;
  readonly workspace?: string;
  readonly view?: Partial<ViewOutput>;
};

/** Someone sends a modal's form. */
export function viewSubmission(options: SubmissionOptions): ViewSubmitAction {
  return {
    ...common,
    type: 'view_submission',
    ...who(options),
    trigger_id: TRIGGER,
    is_enterprise_install: false,
    response_urls: [],
    view: formView(options),
  };
}

/** Someone closes a modal which asked to be told. */
export function viewClosed(options: SubmissionOptions & { readonly isCleared?: boolean }): ViewClosedAction {
  return {
    ...common,
    type: 'view_closed',
    ...who(options),
    is_cleared: options.isCleared ?? false,
    is_enterprise_install: false,
    view: formView(options),
  };
}

function who(options: SubmissionOptions): Pick<ViewSubmitAction, 'team' | 'user'> {
  const user = options.user ?? PERSON;
  const workspace = options.workspace ?? WORKSPACE;
  return {
    team: { ...team, id: workspace },
    user: { id: user, name: user.toLowerCase(), team_id: workspace },
  };
}

function formView(options: SubmissionOptions): ViewOutput {
  return view({
    type: 'modal',
    callback_id: options.callbackId,
    private_metadata: options.privateMetadata ?? '',
    state: { values: options.values ?? {} },
    ...options.view,
  });
}

/** A view as Slack sends it back with an interaction; every field can be given. */
export function view(fields: Partial<ViewOutput>): ViewOutput {
  return {
    id: 'V000001',
    type: 'modal',
    callback_id: '',
    team_id: WORKSPACE,
    app_id: APP,
    bot_id: 'BBOT',
    title: { type: 'plain_text', text: 'Many Hands', emoji: true },
    close: null,
    submit: null,
    blocks: [],
    state: { values: {} },
    hash: 'hash.000001',
    private_metadata: '',
    root_view_id: 'V000001',
    previous_view_id: null,
    clear_on_close: false,
    notify_on_close: false,
    ...fields,
  };
}
