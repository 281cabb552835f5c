import type { OwnPrompt } from '../../src/prompts/own-prompt.ts';

/** An id as the app makes them. */
export const ownId = (number: number): string => `own-${number.toString(16).padStart(16, '0')}`;

/** A team's own prompt; each number has a question of its own. */
export const own = (number: number, fields: Partial<OwnPrompt> = {}): OwnPrompt => ({
  id: ownId(number),
  track: 'delegation',
  question: `Which task number ${number} could somebody else do?`,
  try: 'Give one of them away.',
  version: 1,
  ...fields,
});

/** So many of them, numbered from 1. */
export const owns = (count: number): readonly OwnPrompt[] =>
  Array.from({ length: count }, (_, at) => own(at + 1));

/** Texts that would do something where text is not shown as text, by what they are. */
export const hostile: readonly (readonly [string, string])[] = [
  ['a mention of everybody', 'Who asks <!channel> for help?'],
  ['a mention of those who are here', 'Who asks <!here|here> for help, or @here?'],
  ['a mention of a person', 'Would <@U1> or <@UBEN|Ben> help?'],
  ['a channel', 'What happens in <#C1|general>?'],
  ['a user group', 'Does <!subteam^S1|@us> help?'],
  ['a link with a label', 'Have you read <https://x.example|y>?'],
  ['a bare address', 'Have you read https://x.example/a?b=c&d=e and x.example?'],
  ['a date token', 'Is it <!date^1392734382^{date}|soon>?'],
  ['bold, italics and code', 'Is *this* _that_ ~or~ `code` or ```block```?'],
  ['a quotation and a list', '> Is this • a list - or 1. not?'],
  ['escaped signs', 'Is &lt;!channel&gt; &amp;lt; shown?'],
  ['JSON', '{"type":"mrkdwn","text":"<!channel>"}?'],
  ['one very long word', `${'W'.repeat(199)}?`],
  ['emoji', 'Who is 👩🏽‍🚀 or :smile: or 🇩🇪 here? ❤️'],
  ['text from right to left', 'من يستطيع مساعدتك هذا الأسبوع؟'],
  ['both directions', 'Ask שאלה first?'],
  ['many marks on one letter', `Q${'\u0301'.repeat(150)}?`],
];
