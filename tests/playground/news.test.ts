import { describe, expect, it } from 'vitest';
import { company } from '../../playground/company.ts';
import { createNarrator, terminalLog } from '../../playground/narrator.ts';
import { answersIn, kindOf, newsWatch, plainWords } from '../../playground/news.ts';
import type { Message } from '../../playground/shapes.ts';
import { readContent } from '../../src/content.ts';
import { locales } from '../../src/locale.ts';
import { askCard } from '../../src/practice/ask-card-view.ts';
import { promptMessage } from '../../src/prompts/prompts-view.ts';
import { closedPulseMessage, pulseMessage } from '../../src/pulse/pulse-view.ts';
import { closedMessage, readoutMessage, tooFewMessage, voidMessage } from '../../src/readout/readout-view.ts';
import { receiptsButton } from '../../src/readout/receipts-view.ts';
import { hello } from '../../src/team/team-announcements.ts';

const { questions } = readContent().en;
const [question] = questions;
if (question === undefined) throw new Error('There are no questions.');
const record = {
  id: 'T01HANDS-C01HARBOUR-1',
  question: question.id,
  optionCount: question.options.length,
  strained: [],
  electorate: 9,
  threshold: 5,
  audience: 'everyone' as const,
  opensAt: 1,
  closesAt: 2,
};
const readout = {
  level: { position: 0, scale: 2 },
  closedAt: 2,
  isComparable: true,
  rosterChanges: 0,
  participation: null,
  audience: 'everyone' as const,
  isFirst: true,
  step: 0,
};

function posted(
  message: { readonly text: string; readonly blocks?: readonly object[] },
  ts = '1.1',
): Message {
  return JSON.parse(JSON.stringify({ ts, channel: 'C01HARBOUR', user: company.app.userId, ...message }));
}
const pulse = posted(pulseMessage(question, record, 'UTC', 'en'));

describe.each(locales)('what the app says to a channel in %s', (locale) => {
  const { prompts, wordingOf } = readContent()[locale];
  it.each(prompts.map((prompt) => [prompt.id, prompt] as const))('is a prompt: %s', (_id, prompt) => {
    expect(kindOf(posted(promptMessage(prompt, locale)))).toBe('prompt');
  });

  it('is a pulse while it has its buttons, in their order', () => {
    const open = posted(pulseMessage(question, record, 'UTC', locale));
    expect(kindOf(open)).toBe('pulse');
    expect(answersIn(open).map(({ action_id }) => action_id)).toEqual(
      question.options.map((_, option) => `answer-pulse.${option}.${locale}`),
    );
    expect(kindOf(posted(closedPulseMessage(question, locale)))).toBe('notice');
  });

  it.each([
    ['a readout', readoutMessage(wordingOf(question.id), [readout], locale)],
    ['too few answers', tooFewMessage(5, locale)],
    ['a pulse whose key is lost', voidMessage('lost', locale)],
    ['a pulse whose key others could read', voidMessage('exposed', locale)],
    ['a pulse that was edited', voidMessage('edited', locale)],
    ['the end of a pulse whose readout is for managers', closedMessage(locale)],
  ])('is an outcome: %s', (_name, message) => {
    expect(kindOf(posted(message))).toBe('outcome');
    const withReceipts = { ...message, blocks: [...message.blocks, receiptsButton(record.id, locale)] };
    expect(kindOf(posted(withReceipts))).toBe('outcome');
  });

  it('is a card while somebody can still help', () => {
    const ask = { asker: 'U02BENAT', what: 'Which plan?', help: 'hint', by: 'week', helpers: [] } as const;
    const card = { id: 'ask.1', sealed: '' };
    expect(kindOf(posted(askCard(ask, card, locale)))).toBe('card');
    expect(kindOf(posted(askCard({ ...ask, end: 'dropped' }, card, locale)))).toBe('notice');
  });

  it('is a notice otherwise', () => {
    expect(kindOf(posted(hello(locale)))).toBe('notice');
  });
});

describe('watching for news', () => {
  it('tells each thing once, and nothing that is private or from people', async () => {
    const there: Message[] = [
      pulse,
      { ts: '1.2', channel: 'C01HARBOUR', user: 'U0HANDS', text: 'psst', ephemeral_to: 'U01AMA' },
      { ts: '1.3', channel: 'C01HARBOUR', user: 'U01AMA', text: 'Good morning' },
    ];
    const messages = async (channel: string) => there.filter((message) => message.channel === channel);
    const watch = newsWatch({ control: { messages }, company });
    expect((await watch()).map(({ channel, kind }) => [channel.name, kind])).toEqual([['harbour', 'pulse']]);
    expect(await watch()).toEqual([]);
    there.push(posted(hello('en'), '1.4'));
    expect((await watch()).map(({ kind }) => kind)).toEqual(['notice']);
  });
});

describe('the terminal', () => {
  const harbour = company.channels[0];
  if (harbour === undefined) throw new Error('The company has lost a channel.');
  const tell = (message: Message) => {
    const lines: string[] = [];
    const clock = { now: () => Date.UTC(2026, 0, 7, 14) };
    const narrator = createNarrator({ clock, company, print: (line) => lines.push(line) });
    narrator.news({ channel: harbour, kind: kindOf(message), message });
    return lines;
  };

  it('gets one short line for each', () => {
    expect(tell(pulse)).toEqual([`Wed 14:00  #harbour     pulse opens   ${question.text}`]);
    expect(tell(posted(pulseMessage(question, record, 'UTC', 'de')))[0]).toMatch(
      new RegExp(`  ${question.text.slice(0, 20)}`),
    );
    const [long] = tell(posted({ text: 'word '.repeat(100) }));
    expect(long).toHaveLength(110);
  });

  it('reads names instead of ids, and no signs', () => {
    expect(plainWords('<@U01AMA> wrote *now* in <#C01HARBOUR> &lt;3 &amp; left <@U99>', company)).toBe(
      'Ama Quartey wrote now in #harbour <3 & left <@U99>',
    );
  });

  it('gets warnings and errors with their code, and nothing of the rest', () => {
    const lines: string[] = [];
    const log = terminalLog((line) => lines.push(line));
    log.info('A slot has run', { kind: 'prompt' });
    log.warn('Slack’s library warns', { code: 'slow' });
    log.error('Lost');
    expect(lines).toEqual(['! Slack’s library warns (slow)', '! Lost']);
  });
});
