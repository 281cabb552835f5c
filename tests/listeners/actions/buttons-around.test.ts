import { expect, test } from 'vitest';
import { buttonsAround, pressedBlocks } from '../../../listeners/actions/buttons-around.ts';

const buttons = (id: string, ...values: readonly unknown[]) => ({
  type: 'actions',
  block_id: id,
  elements: values.map((value) => ({ type: 'button', value })),
});
const carried = (blocks: unknown, id: string) => buttonsAround(pressedBlocks.parse(blocks), id);

test('what the buttons of a block carry is put together in their order', () => {
  const blocks = [{ type: 'section', block_id: 'one' }, buttons('two', 'a', 'b'), buttons('three', 'c')];
  expect(carried(blocks, 'two')).toEqual({ id: 'two', carry: 'ab' });
  expect(carried(blocks, 'three')).toEqual({ id: 'three', carry: 'c' });
});

test('a block that is not there, or that has no buttons, carries nothing', () => {
  const section = { type: 'section', block_id: 'one', elements: [{ value: 'x' }] };
  for (const id of ['one', 'none', '']) expect(carried([section, buttons('two', 'a')], id).carry).toBe('');
});

test.each([
  [undefined],
  ['blocks'],
  [[null]],
  [[{ type: 'actions', block_id: 'two', elements: 'x' }]],
  [[buttons('two', 1, null)]],
])('blocks of another shape carry nothing: %j', (blocks) => {
  expect(carried(blocks, 'two').carry).toBe('');
});
