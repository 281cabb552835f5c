import { expect, test } from 'vitest';
import { readableText, unnamedIn } from '../../src/practice/message-text.ts';

const unnamed = { person: '@someone', channel: '#a-channel' };
const names = new Map([['U9', 'Ida']]);
const read = (text: string, most = 600) => readableText(text, most, names, unnamed);

test('mentions and channels are read by their names, or as somebody where Slack gives none', () => {
  expect(read('<@U1|ann> and <@U2> in <#C1|general>, <#C2>, <#C3|>')).toBe(
    '@ann and @someone in #general, #a-channel, #a-channel',
  );
  expect(read('<!here> <!channel> <!everyone|everyone> <!subteam^S1|@core> <!subteam^S2>')).toBe(
    '@here @channel everyone @core @someone',
  );
});

test('people are read by the names that are known, channels are not', () => {
  expect(read('<@U9> and <@U9|> and <@U9|the other Ida>; <#U9>')).toBe(
    '@Ida and @Ida and @the other Ida; #a-channel',
  );
});

test('whoever is named by an id only is found once, and nobody else', () => {
  expect(
    unnamedIn('<@U1> <@U2|ben> <@W3|> <@U1> <#C1> <!here> <!subteam^S1> <https://x.org> @U4 &lt;@U5&gt;'),
  ).toEqual(['U1', 'W3']);
});

test('links are read with their words and their address, the address once where it is all there is', () => {
  expect(read('<https://example.org>')).toBe('https://example.org');
  expect(read('see <https://example.org/a?b=1&amp;c=2|the page>')).toBe(
    'see the page (https://example.org/a?b=1&c=2)',
  );
  expect(read('<mailto:ann@example.org|ann@example.org>')).toBe('ann@example.org');
});

test('dates are read as Slack writes them for clients that cannot show them', () => {
  expect(read('on <!date^1767600000^{date}|5 January>')).toBe('on 5 January');
});

test('signs that Slack writes as entities are read once, not twice', () => {
  expect(read('a &lt; b &amp;&amp; c &gt; d, &amp;lt;')).toBe('a < b && c > d, &lt;');
  expect(read('&lt;!channel&gt;')).toBe('<!channel>');
});

test('lines, emoji and other scripts stay as they are', () => {
  expect(read('one\n\n two :tada: 👩‍👩‍👧 שלום *bold*')).toBe('one\n\n two :tada: 👩‍👩‍👧 שלום *bold*');
});

test('what is too long is cut between characters, and shows that it was', () => {
  expect(read('x'.repeat(600))).toBe('x'.repeat(600));
  expect(read('x'.repeat(601))).toBe(`${'x'.repeat(599)}…`);
  const cut = read('😀'.repeat(700));
  expect([...cut]).toHaveLength(600);
  expect(cut).not.toMatch(/\p{Cs}/u);
});

test('a message without text leaves nothing', () => {
  expect(read('')).toBe('');
  expect(read('  \n ')).toBe('');
});
