import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandName, subcommands } from '../listeners/commands/index.ts';
import { eventRoutes } from '../listeners/events/index.ts';
import { shortcutRoutes } from '../listeners/shortcuts/index.ts';
import { methodsCalledByTheApp, methodsCalledIn } from './support/manifest-code.ts';
import { readManifest, schemaProblems } from './support/manifest-file.ts';
import {
  disagreements,
  historyScopes,
  scopesNeeded,
  scopesNeededBy,
  scopesNeededByEvents,
} from './support/manifest-rules.ts';

const manifest = readManifest();

describe('manifest.yml', () => {
  test('is valid by Slack’s schema', () => {
    expect(schemaProblems(manifest.whole)).toEqual([]);
  });

  test('cannot read what people write', () => {
    expect(historyScopes([...manifest.botScopes, ...manifest.userScopes])).toEqual([]);
  });

  test('asks for nothing in the name of a person', () => {
    expect(manifest.userScopes).toEqual([]);
  });

  test('has the command the code handles', () => {
    expect(disagreements({ what: 'command', manifest: manifest.commands, code: [commandName] })).toEqual([]);
  });

  test('offers every subcommand, in the order of the help', () => {
    expect(manifest.usage).toEqual(subcommands.map(({ name }) => name));
  });

  test('has the shortcuts the code handles', () => {
    const code = Object.keys(shortcutRoutes);
    expect(disagreements({ what: 'shortcut', manifest: manifest.shortcuts, code })).toEqual([]);
  });

  test('has the events the code handles', () => {
    const code = Object.keys(eventRoutes);
    expect(disagreements({ what: 'event', manifest: manifest.events, code })).toEqual([]);
  });

  test('has the scopes that the commands, the events and the Web API calls of the code need, and no other', () => {
    const methods = methodsCalledByTheApp();
    const code = scopesNeeded({ commands: [commandName], methods, events: Object.keys(eventRoutes) });
    expect(disagreements({ what: 'scope', manifest: manifest.botScopes, code })).toEqual([]);
  });

  test('is what the Slack CLI gets from the hook', () => {
    const hooks = JSON.parse(readFileSync('.slack/hooks.json', 'utf8')).hooks;
    const [command, ...rest] = hooks['get-manifest'].split(' ');
    const printed = execFileSync(command, [...rest, '--source', '.'], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(manifest.whole);
  });
});

describe('the checks on the manifest', () => {
  test('trip on what Slack’s schema forbids', () => {
    const tooLong = { display_information: { name: 'x'.repeat(36) }, setings: {} };
    expect(schemaProblems(tooLong)).toEqual([
      '/ must NOT have additional properties',
      '/display_information/name must NOT have more than 35 characters',
    ]);
    expect(schemaProblems({ ...tooLong, _metadata: { major_version: 2 } })).toHaveLength(2);
  });

  test('trip on a scope that reads messages', () => {
    const scopes = ['chat:write', 'channels:history', 'im:history', 'search:read', 'files:read'];
    expect(historyScopes(scopes)).toEqual(['channels:history', 'im:history', 'search:read', 'files:read']);
  });

  test('know which scopes methods need, once each and in order', () => {
    expect(
      scopesNeededBy(['users.info', 'chat.postMessage', 'conversations.members', 'chat.update']),
    ).toEqual(['channels:read', 'chat:write', 'groups:read', 'users:read']);
    expect(scopesNeededBy(['auth.test', 'views.open', 'views.publish'])).toEqual([]);
  });

  test('know which scopes events need', () => {
    expect(scopesNeededByEvents(['app_home_opened'])).toEqual([]);
    expect(scopesNeededByEvents(['channel_archive'])).toEqual(['channels:read']);
    expect(scopesNeededByEvents(['member_left_channel', 'group_archive'])).toEqual([
      'channels:read',
      'groups:read',
    ]);
  });

  test('find the methods a source calls', () => {
    const source =
      'await client.chat.postMessage({});\n  client.users.info({});\nasking.chat.postMessage(x); chat.words()';
    expect(methodsCalledIn(source)).toEqual(['chat.postMessage', 'users.info']);
    expect(methodsCalledIn("client.apiCall('admin.users.list')")).toEqual(['apiCall']);
    expect(methodsCalledByTheApp()).toContain('chat.postMessage');
  });

  test('put commands, methods and events together', () => {
    const app = { commands: ['/hands'], methods: ['chat.postMessage'], events: ['group_archive'] };
    expect(scopesNeeded(app)).toEqual(['chat:write', 'commands', 'groups:read']);
  });

  test('trip on a method or an event nobody looked up', () => {
    expect(() => scopesNeededBy(['conversations.history'])).toThrow('Web API method conversations.history');
    expect(() => scopesNeededBy(['constructor'])).toThrow('Web API method constructor');
    expect(() => scopesNeededByEvents(['message.channels'])).toThrow('event message.channels');
  });

  test('say what one side has and the other has not', () => {
    const sides = { what: 'event', manifest: ['a', 'b', 'b'], code: ['a', 'c'] };
    expect(disagreements(sides)).toEqual([
      'manifest.yml has the event b, which the code does not have',
      'manifest.yml has the event b, which the code does not have',
      'the code has the event c, which manifest.yml lacks',
      'manifest.yml has the event b twice',
    ]);
    expect(disagreements({ what: 'event', manifest: ['b', 'a'], code: ['a', 'b'] })).toEqual([]);
  });
});
