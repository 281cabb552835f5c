import { expect, test } from 'vitest';
import { locales } from '../src/locale.ts';
import { changeViews } from './support/every-view-of-changes.ts';
import { homeViews } from './support/every-view-of-home.ts';
import { practiceViews } from './support/every-view-of-practice.ts';

type Field = { readonly type: string; readonly block_id?: string; readonly hint?: object };

const fieldsOf = (payload: unknown): readonly Field[] => {
  const { blocks = [] } = Object(payload) as { readonly blocks?: readonly Field[] };
  return blocks.filter(({ type }) => type === 'input');
};

test.each(locales)(
  'every field of the forms for practices, pauses and changes has a hint, in %s',
  (locale) => {
    const views = [...practiceViews(locale), ...homeViews(locale), ...changeViews(locale)];
    const fields = views.flatMap(({ payload }) => fieldsOf(payload));
    expect(new Set(fields.map(({ block_id }) => block_id)).size).toBeGreaterThanOrEqual(12);
    expect(fields.filter(({ hint }) => hint === undefined).map(({ block_id }) => block_id)).toEqual([]);
  },
);
