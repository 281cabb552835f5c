import { MINUTE, SECOND } from '../../src/duration.ts';
import type { BotProbe, Refusal } from '../../src/slack/probe.ts';
import { bad, type Finding, ok, warn } from './finding.ts';

/** A difference of clocks (ms) that is worth a word, and the one from which on Slack's signatures are refused. */
const SKEW = { odd: 30 * SECOND, fatal: 5 * MINUTE };

const REINSTALL =
  'Paste manifest.yml under App Manifest on api.slack.com/apps, then reinstall the app to the workspace';

/** The bot token, its scopes against those of the manifest, and our clock against Slack's. `now` in ms. */
export function botFindings(
  probe: BotProbe,
  wantedScopes: readonly string[],
  now: number,
): readonly Finding[] {
  if (probe.kind !== 'accepted') return [tokenRefused('SLACK_BOT_TOKEN', probe)];
  const { bot, workspace, scopes, date } = probe;
  return [
    ok('SLACK_BOT_TOKEN', `accepted, for ${bot} in ${workspace}`),
    ...scopeFindings(scopes, wantedScopes),
    clockFinding(date, now),
  ];
}

/** The token of Socket Mode. */
export function appTokenFinding(refused: Refusal | undefined): Finding {
  return refused === undefined
    ? ok('SLACK_APP_TOKEN', 'accepted, and Socket Mode is on')
    : tokenRefused('SLACK_APP_TOKEN', refused);
}

function tokenRefused(what: string, { kind, code }: Refusal): Finding {
  if (code === 'ratelimited')
    return bad({
      what: 'Slack',
      finding: `asks us to wait (${code})`,
      remedy: 'Look again in a few minutes',
    });
  if (kind === 'unreachable')
    return bad({
      what: 'Slack',
      finding: `cannot be reached (${code})`,
      remedy: 'Check the network, a proxy or firewall, and SLACK_API_URL',
    });
  const remedy =
    what === 'SLACK_BOT_TOKEN'
      ? 'Copy the Bot User OAuth Token again from OAuth & Permissions'
      : 'Make one with connections:write under Basic Information, and switch Socket Mode on';
  return bad({ what, finding: `Slack refuses it (${code})`, remedy });
}

function scopeFindings(scopes: readonly string[], wanted: readonly string[]): readonly Finding[] {
  const what = 'scopes';
  const missing = wanted.filter((scope) => !scopes.includes(scope));
  const excess = scopes.filter((scope) => !wanted.includes(scope));
  const reading = excess.filter((scope) => /:history$|^search:|^files:read$/.test(scope));
  const other = excess.filter((scope) => !reading.includes(scope));
  const found = [
    ...(missing.length > 0
      ? [bad({ what, finding: `${missing.join(', ')} missing`, remedy: REINSTALL })]
      : []),
    ...(reading.length > 0
      ? [
          bad({
            what,
            finding: `${reading.join(', ')} granted: the app could read what people write, which it promises it cannot`,
            remedy: REINSTALL,
          }),
        ]
      : []),
    ...(other.length > 0
      ? [warn({ what, finding: `${other.join(', ')} granted and not needed`, remedy: REINSTALL })]
      : []),
  ];
  return found.length > 0 ? found : [ok(what, 'those of manifest.yml and no other')];
}

function clockFinding(date: number | undefined, now: number): Finding {
  const what = 'clock';
  if (date === undefined)
    return warn({ what, finding: 'Slack did not tell the time', remedy: 'Compare it with another clock' });
  const skew = Math.abs(now - date);
  const seconds = Math.round(skew / SECOND);
  if (skew <= SKEW.odd) return ok(what, `within ${SKEW.odd / SECOND} seconds of Slack’s`);
  const finding = `${seconds} seconds ${now > date ? 'ahead of' : 'behind'} Slack’s`;
  const remedy = 'Let the machine keep time (NTP): Slack’s signatures are refused from 5 minutes on';
  return (skew < SKEW.fatal ? warn : bad)({ what, finding, remedy });
}
