import { describe, expect, test } from 'vitest';
import {
  type Decision,
  withAdded,
  withEdited,
  withRemoved,
  withUndone,
} from '../../src/prompts/own-prompts.ts';
import { own, ownId, owns } from './own.ts';

const library = [{ question: 'What do you keep doing yourself?' }];
const entered = { track: 'asking-for-help', question: 'Whom could you ask?', try: 'Ask one person.' };
const add = (now = owns(2), words: object = entered) =>
  withAdded(now, { ...words }, { id: ownId(99), library });
const edit = (words: object, version = 1, now = owns(3)) =>
  withEdited(now, words, { seen: { id: ownId(2), version }, library });

/** The prompts after a change that was made. */
function made(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(`it was not done: ${decision.kind}`);
  return decision;
}

describe('a new prompt', () => {
  test('comes last, as its first version', () => {
    expect(made(add()).prompts).toEqual([...owns(2), { ...entered, id: ownId(99), version: 1 }]);
  });

  test('is the hundredth at most', () => {
    expect(made(add(owns(99))).prompts).toHaveLength(100);
    expect(add(owns(100))).toEqual({ kind: 'full' });
  });

  test('that cannot be kept is told by field', () => {
    expect(add(owns(1), { ...entered, try: ' ' })).toEqual({
      kind: 'invalid',
      problems: { try: { kind: 'empty' } },
    });
  });

  test('does not ask what the team asks already, whatever the track and the case', () => {
    const question = own(2).question.toUpperCase();
    expect(add(owns(2), { ...entered, question })).toEqual({ kind: 'known', to: 'team' });
  });

  test('does not ask what the library asks', () => {
    const question = 'what do you keep doing yourself';
    expect(add(owns(2), { ...entered, question })).toEqual({ kind: 'known', to: 'library' });
  });
});

describe('an edited prompt', () => {
  test('stays where it is, as its next version, with what was not entered as it was', () => {
    const { prompts } = made(edit({ question: 'Another question?' }));
    expect(prompts).toEqual([own(1), own(2, { question: 'Another question?', version: 2 }), own(3)]);
  });

  test('may keep its own question', () => {
    expect(made(edit({ ...own(2), try: 'Something else.' })).prompts[1]?.try).toBe('Something else.');
  });

  test('must not take the question of another', () => {
    expect(edit({ question: own(3).question })).toEqual({ kind: 'known', to: 'team' });
    expect(edit({ question: library[0]?.question })).toEqual({ kind: 'known', to: 'library' });
  });

  test('that somebody else changed meanwhile is not overwritten', () => {
    const now = [own(1), own(2, { version: 2, try: 'Theirs.' })];
    expect(edit({ try: 'Mine.' }, 1, now)).toEqual({ kind: 'changed-meanwhile' });
    expect(made(edit({ try: 'Mine.' }, 2, now)).prompts[1]).toMatchObject({ try: 'Mine.', version: 3 });
  });

  test('that reads as before is unchanged, also for somebody who sent the same form twice', () => {
    expect(edit({ ...own(2) })).toEqual({ kind: 'unchanged' });
    const { prompts } = made(edit({ try: 'Mine.' }));
    expect(edit({ try: 'Mine.' }, 1, [...prompts])).toEqual({ kind: 'unchanged' });
  });

  test('that is gone meanwhile does not come back', () => {
    expect(edit({ try: 'Mine.' }, 1, [own(1)])).toEqual({ kind: 'gone' });
  });

  test('that cannot be kept is told by field', () => {
    expect(edit({ track: 'nonsense' })).toMatchObject({ kind: 'invalid' });
  });
});

describe('a removed prompt', () => {
  test('is gone, and the others stay', () => {
    expect(made(withRemoved(owns(3), ownId(2))).prompts).toEqual([own(1), own(3)]);
  });

  test('can be removed once', () => {
    expect(withRemoved(owns(1), ownId(2))).toEqual({ kind: 'gone' });
  });
});

describe('a change that is undone', () => {
  const undone = (decision: Decision, now = made(decision).prompts) => withUndone(now, made(decision).step);

  test('leaves the prompts as they were: added, removed', () => {
    expect(made(undone(add(owns(3)))).prompts).toEqual(owns(3));
    expect(made(undone(withRemoved(owns(3), ownId(2)))).prompts).toEqual(owns(3));
    expect(made(undone(withRemoved(owns(100), ownId(1)))).prompts).toEqual(owns(100));
  });

  test('leaves the words as they were, as one more version: edited', () => {
    expect(made(undone(edit({ try: 'Mine.' }))).prompts).toEqual([own(1), own(2, { version: 3 }), own(3)]);
  });

  test('does not undo what somebody else did since', () => {
    const edited = edit({ try: 'Mine.' });
    const { prompts } = made(edited);
    const since = made(
      withEdited(prompts, { try: 'Theirs.' }, { seen: { id: ownId(2), version: 2 }, library }),
    );
    expect(undone(edited, since.prompts)).toEqual({ kind: 'changed-meanwhile' });
    expect(undone(edited, made(withRemoved(prompts, ownId(2))).prompts)).toEqual({
      kind: 'changed-meanwhile',
    });
    const removed = withRemoved(owns(3), ownId(2));
    expect(undone(removed, owns(3))).toEqual({ kind: 'changed-meanwhile' });
  });
});
