import type { Locator } from 'playwright-core';
import { inner, type Screen } from './browser-screen.ts';
import { outcome } from './control-form.ts';

/** What became of a form, as the page shows it. */
export type Answered = 'closed' | 'refused' | 'next';

/** Entries by label: the text of an option, several of them for checkboxes, or what one would type. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/**
 * The form on the screen. The page **submits only fields that were touched**, even where it shows what the form offers;
 * so fill in every field that matters.
 */
export function formVerbs({ page, frames }: Screen) {
  const form = page.locator('.modal');
  const field = (label: string) =>
    form.locator('.bk-input').filter({ has: page.locator('.bk-label').getByText(label, { exact: true }) });

  return {
    /** Waits for a form with this title. */
    seeForm: (title: string): Promise<void> => form.locator('.modal-title', { hasText: title }).waitFor(),

    /** Fills in fields by label. Throws for a field the page cannot show. */
    fillForm: async (answers: Answers): Promise<void> => {
      for (const [label, answer] of Object.entries(answers)) await fill(label, field(label), answer);
    },

    /** Presses the form's main button, and waits for what the app makes of it. */
    submitForm: async (): Promise<Answered> => {
      const submit = form.locator('.modal-foot .primary');
      const { kind } = await frames.after('an answer to the form', () => submit.click(), outcome);
      if (kind === 'closed') await form.waitFor({ state: 'detached' });
      if (kind === 'refused') await form.locator('.modal-error').first().waitFor();
      return kind;
    },

    /** What the form complains about: `block id: sentence`. */
    formErrors: (): Promise<readonly string[]> => form.locator('.modal-error').allInnerTexts(),

    /** Labels and texts of the form, as they stand there. */
    readForm: (): Promise<string> => inner(form.locator('.modal-body')),

    /** Leaves the form without submitting it. */
    cancelForm: async (): Promise<void> => {
      await form.locator('.modal-x').click();
      await form.waitFor({ state: 'detached' });
    },
  };
}

async function fill(label: string, field: Locator, answer: string | readonly string[]): Promise<void> {
  await field.waitFor();
  const missing = field.locator('.bk-unknown');
  if (await missing.count())
    throw new Error(`The page cannot show ${label}: ${await missing.textContent()}.`);
  const chosen = typeof answer === 'string' ? [answer] : answer;
  if (await field.locator('select').count()) {
    await field.locator('select').selectOption(chosen.map((text) => ({ label: text })));
    return;
  }
  const options = field.locator('.bk-options label');
  if ((await options.count()) === 0) {
    // Emptied first: writing what stands there already would not count as touching the field.
    await field.locator('input, textarea').fill('');
    await field.locator('input, textarea').fill(chosen.join(', '));
    return;
  }
  for (const option of await options.all()) {
    const wanted = chosen.includes((await option.textContent())?.trim() ?? '');
    const toChange = option.locator(wanted ? 'input:not(:checked)' : 'input[type=checkbox]:checked');
    if (await toChange.count()) await toChange.click();
  }
}
