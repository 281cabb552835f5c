import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../ops/doctor/finding.ts';
import { manifestScopes } from '../../../ops/doctor/manifest-scopes.ts';
import { appTokenFinding, botFindings } from '../../../ops/doctor/slack-findings.ts';
import { MINUTE, SECOND } from '../../../src/duration.ts';
import { readManifest } from '../../support/manifest-file.ts';

const now = 1_767_600_000_000;
const wanted = ['commands', 'chat:write', 'users:read'];
const accepted = { kind: 'accepted', bot: 'hands', workspace: 'Acme', scopes: wanted, date: now } as const;
const lines = (probe: Parameters<typeof botFindings>[0]) => botFindings(probe, wanted, now).map(lineOf);

describe('a bot token', () => {
  it('that is as it should be has nothing to mend', () => {
    expect(lines(accepted)).toEqual([
      'ok    SLACK_BOT_TOKEN: accepted, for hands in Acme',
      'ok    scopes: those of manifest.yml and no other',
      'ok    clock: within 30 seconds of Slack’s',
    ]);
  });

  it('that Slack refuses is to be copied again', () => {
    expect(lines({ kind: 'refused', code: 'invalid_auth' })).toEqual([
      'bad   SLACK_BOT_TOKEN: Slack refuses it (invalid_auth). Copy the Bot User OAuth Token again from OAuth & Permissions.',
    ]);
  });

  it('of which nothing is known, for Slack cannot be reached, is not blamed', () => {
    expect(lines({ kind: 'unreachable', code: 'slack_webapi_request_error' })).toEqual([
      'bad   Slack: cannot be reached (slack_webapi_request_error). Check the network, a proxy or firewall, and SLACK_API_URL.',
    ]);
  });

  it.each([
    ['bad', ['commands', 'chat:write'], 'users:read missing'],
    ['bad', ['commands'], 'chat:write, users:read missing'],
    [
      'bad',
      [...wanted, 'channels:history', 'search:read'],
      'channels:history, search:read granted: the app could read',
    ],
    ['warn', [...wanted, 'im:write'], 'im:write granted and not needed'],
  ])('is %s with the scopes %j', (state, scopes, words) => {
    const [line] = lines({ ...accepted, scopes }).filter((one) => one.includes('scopes:'));
    expect(line?.startsWith(state)).toBe(true);
    expect(line).toContain(words);
    expect(line).toContain('reinstall the app to the workspace.');
  });

  it('with scopes missing and in excess has a line for each', () => {
    const scopes = ['commands', 'im:write', 'im:history'];
    expect(lines({ ...accepted, scopes }).filter((one) => one.includes('scopes:'))).toHaveLength(3);
  });
});

describe('our clock', () => {
  const clockOf = (ahead: number | undefined) =>
    lines({ ...accepted, date: ahead === undefined ? undefined : now - ahead }).at(-1);

  it.each([
    [30 * SECOND, 'ok    clock: within 30 seconds'],
    [-30 * SECOND, 'ok    clock: within 30 seconds'],
    [31 * SECOND, 'warn  clock: 31 seconds ahead of Slack’s. Let the machine keep time'],
    [-90 * SECOND, 'warn  clock: 90 seconds behind Slack’s. '],
    [5 * MINUTE, 'bad   clock: 300 seconds ahead of Slack’s. '],
    [undefined, 'warn  clock: Slack did not tell the time. '],
  ])('that is %s ms ahead is told so', (ahead, line) => {
    expect(clockOf(ahead)).toContain(line);
  });
});

describe('an app token', () => {
  it('is accepted, or to be made again', () => {
    expect(lineOf(appTokenFinding(undefined))).toBe('ok    SLACK_APP_TOKEN: accepted, and Socket Mode is on');
    expect(lineOf(appTokenFinding({ kind: 'refused', code: 'missing_scope' }))).toBe(
      'bad   SLACK_APP_TOKEN: Slack refuses it (missing_scope). Make one with connections:write under Basic Information, and switch Socket Mode on.',
    );
  });
});

it('the scopes that are wanted are those of manifest.yml', () => {
  expect(manifestScopes()).toEqual(readManifest().botScopes);
});
