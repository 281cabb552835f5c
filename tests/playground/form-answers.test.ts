import { describe, expect, it } from 'vitest';
import { slackAnswers } from '../../playground/form-answers.ts';
import { withVisibleOffers } from '../../playground/form-offers.ts';

const option = (value: string) => ({ value, text: { type: 'plain_text', text: value.toLowerCase() } });
const menus = { people: [option('U1'), option('U2')], channels: [option('C1')] };

/** What comes back for a field that was offered and then answered so at local-slack. */
function back(element: object, value: object): object | undefined {
  const block = { type: 'input', block_id: 'block', element: { action_id: 'action', ...element } };
  const shown = JSON.parse(withVisibleOffers(JSON.stringify({ blocks: [block] }), menus));
  return slackAnswers(shown.blocks, { block: { action: { ...value } } }).block?.action;
}

describe('what comes back from a form', () => {
  it.each([
    ['a menu', 'static_select', { initial_option: option('b') }, 'selected_option', option('b')],
    ['a date', 'datepicker', { initial_date: '2026-01-12' }, 'selected_date', '2026-01-12'],
    ['a text', 'plain_text_input', { initial_value: 'as offered' }, 'value', 'as offered'],
  ])('is what was offered where nobody touched it: %s', (_, type, offer, answer, expected) => {
    expect(back({ type, ...offer }, { type, [answer]: null })).toEqual({ type, [answer]: expected });
    expect(back({ type }, { type, [answer]: null })).toEqual({ type, [answer]: null });
  });

  it.each([
    ['static_select', { initial_option: option('b') }, 'selected_option', option('c')],
    ['datepicker', { initial_date: '2026-01-12' }, 'selected_date', '2026-01-13'],
    ['plain_text_input', { initial_value: 'as offered' }, 'value', ''],
  ])('is what was entered: %s', (type, offer, answer, entered) => {
    expect(back({ type, ...offer }, { type, [answer]: entered })).toEqual({ type, [answer]: entered });
  });

  it('says of a date that was taken out that there is none', () => {
    const offered = { type: 'datepicker', initial_date: '2026-01-12' };
    expect(back(offered, { type: 'datepicker', selected_date: '' })).toEqual({
      ...{ type: 'datepicker', selected_date: null },
    });
  });

  it.each([
    ['users_select', 'selected_user', 'U2'],
    ['conversations_select', 'selected_conversation', 'C1'],
  ])('names a choice in a menu made plain as Slack does: %s', (type, answer, chosen) => {
    const entered = { type: 'static_select', selected_option: option(chosen) };
    expect(back({ type }, entered)).toEqual({ type, [answer]: chosen });
    expect(back({ type }, { type: 'static_select', selected_option: null })).toEqual({
      type,
      [answer]: null,
    });
  });

  it('keeps the person that was offered', () => {
    const untouched = { type: 'static_select', selected_option: null };
    expect(back({ type: 'users_select', initial_user: 'U1' }, untouched)).toEqual({
      ...{ type: 'users_select', selected_user: 'U1' },
    });
  });

  it('leaves alone what it does not know', () => {
    const ticked = { type: 'checkboxes', selected_options: [] };
    expect(back({ type: 'checkboxes', initial_options: [option('b')] }, ticked)).toEqual(ticked);
    expect(slackAnswers([], { other: { one: { type: 'any' } } })).toEqual({
      other: { one: { type: 'any' } },
    });
  });
});
