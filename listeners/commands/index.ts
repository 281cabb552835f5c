import { ask } from './ask.ts';
import { changed } from './changed.ts';
import { exportReadouts } from './export.ts';
import { handoff } from './handoff.ts';
import { help } from './help.ts';
import { pause } from './pause.ts';
import { preview } from './preview.ts';
import { privacy } from './privacy.ts';
import { prompts } from './prompts.ts';
import { remove } from './remove.ts';
import { resume } from './resume.ts';
import { setup } from './setup.ts';
import { skip } from './skip.ts';
import { status } from './status.ts';
import type { Subcommand } from './subcommand.ts';
import { summary } from './summary.ts';

export const commandName = '/hands';

/** Every subcommand of `/hands`, in the order of the help. A new one is one file and one line. */
export const subcommands: readonly Subcommand[] = [
  help,
  ask,
  handoff,
  setup,
  status,
  summary,
  exportReadouts,
  changed,
  privacy,
  preview,
  prompts,
  skip,
  pause,
  resume,
  remove,
];
