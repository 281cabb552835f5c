import { line } from '../../src/slack/block-kit.ts';
import { openChangedForm } from '../what-changed-form.ts';
import type { Subcommand } from './subcommand.ts';

/** Opens the form for telling the channel what was changed. */
export const changed: Subcommand = {
  name: 'changed',
  run: ({ team, user, locale, triggerId, services, reply }) =>
    openChangedForm(services, {
      ...{ team, user, triggerId, about: '', locale },
      refuse: (sentence) => reply(line(sentence)),
    }),
};
