import { expect, it } from 'vitest';
import { watchSlots } from '../../ops/watch-slots.ts';
import { DAY } from '../../src/duration.ts';
import { firstPrompt, openOffice, team } from '../listeners/office.ts';

it('a slot that is passed over is told with its reason, whoever finds it', async () => {
  const office = await openOffice();
  await office.enrolled();
  const told: string[] = [];
  const { calendar } = watchSlots(
    office.app.rooms,
    ({ kind }, outcome) => void told.push(`${kind} ${outcome}`),
  );
  const passedOver: string[] = [];
  office.clock.jumpTo(firstPrompt + DAY + 1);
  const ignore = () => undefined;
  await calendar.takeDue(
    office.clock.now(),
    async () => undefined,
    ignore,
    (_, reason) => {
      passedOver.push(reason);
    },
  );
  expect(told).toEqual(['prompt too-late']);
  expect(passedOver).toEqual(['too-late']);
  await calendar.admit({ team, kind: 'prompt', instant: firstPrompt });
  expect(told).toEqual(['prompt too-late', 'prompt too-late']);
});

it('a slot that may run is told when it has', async () => {
  const office = await openOffice();
  await office.enrolled();
  const told: string[] = [];
  const watched = watchSlots(office.app.rooms, ({ kind }, outcome) => void told.push(`${kind} ${outcome}`));
  office.clock.jumpTo(firstPrompt);
  const slot = { team, kind: 'prompt', instant: firstPrompt } as const;
  expect(await watched.calendar.admit(slot)).toBe('run');
  expect(told).toEqual([]);
  await watched.prompts.post(slot);
  expect(told).toEqual(['prompt sent']);
});
