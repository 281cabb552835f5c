import { describe } from 'vitest';
import { findChromium } from '../../playground/chromium.ts';
import { findLocalSlack } from '../../playground/local-slack-program.ts';

/** `describe` for what needs a local Slack. Without its binary it is skipped, and says why. */
export const describeWithLocalSlack: typeof describe | typeof describe.skip =
  findLocalSlack().command === 'npx'
    ? skip('a local Slack: npm has installed none for this platform')
    : describe;

/** `describe` for what needs a local Slack and a browser. */
export const describeWithBrowser: typeof describe | typeof describe.skip = hasChromium()
  ? describeWithLocalSlack
  : skip('a browser: there is no Chromium, and CHROMIUM_PATH names none');

function hasChromium(): boolean {
  try {
    return findChromium() !== '';
  } catch {
    return false;
  }
}

function skip(reason: string): typeof describe.skip {
  process.stderr.write(`Skipped what needs ${reason}.\n`);
  return describe.skip;
}
