import { expect, it } from 'vitest';
import { openOffice } from './listeners/office.ts';

it('is never in Bolt’s developer mode, which prints whole payloads', async () => {
  const { bolt } = (await openOffice()).app;
  expect(Reflect.has(bolt, 'developerMode')).toBe(true);
  expect(Reflect.get(bolt, 'developerMode')).toBe(false);
});
