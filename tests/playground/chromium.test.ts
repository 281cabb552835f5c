import { describe, expect, it } from 'vitest';
import { findChromium } from '../../playground/chromium.ts';

const only =
  (...paths: readonly string[]) =>
  (path: string) =>
    paths.includes(path);

describe('finding a Chromium', () => {
  it('takes the one that CHROMIUM_PATH names, before any other', () => {
    const exists = only('/opt/mine', '/usr/bin/chromium');
    expect(findChromium({ env: { CHROMIUM_PATH: '/opt/mine' }, exists })).toBe('/opt/mine');
  });

  it('says so when CHROMIUM_PATH names nothing, instead of taking another one', () => {
    const place = { env: { CHROMIUM_PATH: '/opt/mine' }, exists: only('/usr/bin/chromium') };
    expect(() => findChromium(place)).toThrow('CHROMIUM_PATH names /opt/mine, which does not exist.');
  });

  it.each(['chromium', 'google-chrome', 'chromium-browser'])('finds /usr/bin/%s', (name) => {
    expect(findChromium({ env: {}, exists: only(`/usr/bin/${name}`) })).toBe(`/usr/bin/${name}`);
  });

  it('finds one elsewhere on the PATH', () => {
    const env = { PATH: '/bin:/snap/bin' };
    expect(findChromium({ env, exists: only('/snap/bin/chromium') })).toBe('/snap/bin/chromium');
  });

  it('says what to do when there is none', () => {
    expect(() => findChromium({ env: { PATH: '/bin' }, exists: only() })).toThrow('set CHROMIUM_PATH');
  });
});
