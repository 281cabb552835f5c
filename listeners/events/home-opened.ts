import { z } from 'zod';
import type { EventHandler } from './event.ts';

const opened = z.object({ user: z.string(), tab: z.string().optional() });

/** The Home tab was opened: publish it afresh. */
export const homeOpened: EventHandler = async ({ workspace, event, services }) => {
  const { user, tab } = opened.parse(event);
  if (tab !== undefined && tab !== 'home') return;
  await services.home.show({ workspace, user });
};
