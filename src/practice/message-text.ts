import { cutText } from '../cut-text.ts';

/** What stands in for a person or a channel whose name is not known. */
export type Unnamed = { readonly person: string; readonly channel: string };

/** The names that are known, by people’s ids. */
export type Names = ReadonlyMap<string, string>;

/** The ids of people whom a message (mrkdwn) names by nothing else, each once. */
export function unnamedIn(markdown: string): readonly string[] {
  return [...new Set([...markdown.matchAll(/<@([A-Z0-9]+)\|?>/g)].flatMap(([, id]) => id ?? []))];
}

/**
 * A message's text (mrkdwn, as Slack sends it) as one would read it, for a field of a form: mentions, links and dates
 * in words, Slack's entities as the signs they stand for, and at most `most` characters.
 */
export function readableText(markdown: string, most: number, names: Names, unnamed: Unnamed): string {
  const readable = markdown
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label = '') => {
      const known = target.startsWith('@') ? names.get(target.slice(1)) : undefined;
      return readableToken(target, label || (known ?? ''), unnamed);
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
  const isWhole = [...readable].length <= most;
  return isWhole ? readable : `${cutText(readable, most - 1).trimEnd()}…`;
}

/** One token between angle brackets. Source: docs.slack.dev, "Formatting message text". */
function readableToken(target: string, label: string, unnamed: Unnamed): string {
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
