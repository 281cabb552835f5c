import { type Company, everyone } from './company.ts';

/** What the app needs to speak to the local Slack. Worth nothing anywhere else. */
export type Credentials = {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
};

/** Signed HTTP: one address receives commands, button presses and events alike. */
export type HttpDelivery = { readonly requestUrl: string };

export const credentials: Credentials = {
  botToken: 'xoxb-local-slack',
  appToken: 'xapp-local-slack',
  signingSecret: 'local-slack-signing-secret',
};

/**
 * The company in the words of local-slack's configuration. It reads JSON as well as YAML, and drops keys it does not
 * know without a word: guests, administrators, deactivated people, archived and shared channels cannot be said.
 */
export function localSlackConfig(company: Company, http?: HttpDelivery): object {
  const { workspace, app } = company;
  return {
    workspace: { teamId: workspace.id, name: workspace.name, domain: workspace.domain },
    apps: [
      {
        appId: app.id,
        botUserId: app.userId,
        botName: app.name,
        ...credentials,
        ...(http === undefined ? { mode: 'socket' } : { mode: 'events', requestUrl: http.requestUrl }),
      },
    ],
    users: everyone(company).map((person) => ({
      id: person.id,
      name: person.handle,
      real_name: person.name,
      tz: person.timezone,
    })),
    channels: company.channels.map((channel) => ({
      id: channel.id,
      name: channel.name,
      purpose: channel.purpose,
      members: [...channel.people.map((person) => person.id), ...(channel.hasApp ? [app.userId] : [])],
    })),
  };
}
