import type { Method } from './answer.ts';
import { appMethods } from './app-methods.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { scheduleMethods } from './schedule-methods.ts';
import { userMethods } from './user-methods.ts';
import { viewMethods } from './view-methods.ts';

/** Every Web API method the stand-in knows. A method of a new family goes into that family's file. */
export const methods: Readonly<Record<string, Method>> = {
  ...appMethods,
  ...userMethods,
  ...conversationMethods,
  ...chatMethods,
  ...scheduleMethods,
  ...viewMethods,
};
