import { cutText } from '../cut-text.ts';

/** What stands in for a person or a channel that Slack names by its id only. */
export type Unnamed = { readonly person: string; readonly channel: string };

/**
 * A message's text (mrkdwn, as Slack sends it) as one would read it, for a field of a form: mentions, links and dates
 * in words, Slack's entities as the signs they stand for, and at most `most` characters.
 */
export function readableText(markdown: string, most: number, unnamed: Unnamed): string {
  const readable = markdown
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label = '') => named(target, label, unnamed))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
  const isWhole = [...readable].length <= most;
  return isWhole ? readable : `${cutText(readable, most - 1).trimEnd()}…`;
}

/** One token between angle brackets. Source: docs.slack.dev, "Formatting message text". */
function named(target: string, label: string, unnamed: Unnamed): string {
  const kind = target.charAt(0);
  if (kind === '@') return label === '' ? unnamed.person : `@${label}`;
  if (kind === '#') return label === '' ? unnamed.channel : `#${label}`;
  if (kind === '!') return special(target, label, unnamed);
  const address = target.replace(/^mailto:/, '');
  return label === '' || label === address ? address : `${label} (${address})`;
}

/** `<!here>`, `<!subteam^S1|@group>`, `<!date^…|words>`. */
function special(target: string, label: string, unnamed: Unnamed): string {
  if (label !== '') return label;
  return target.startsWith('!subteam') ? unnamed.person : `@${target.slice(1)}`;
}
