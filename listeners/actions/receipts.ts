import { receiptsGoneMessage, receiptsMessage } from '../../src/readout/receipts-view.ts';
import type { Action } from './action.ts';

/** The list of receipts of the last pulse, privately. */
export const showReceipts: Action = async ({ team, value, locale, services, reply }) => {
  const receipts = await services.readouts.receipts(team, value);
  const spoken = await locale;
  return reply(receipts === undefined ? receiptsGoneMessage(spoken) : receiptsMessage(receipts, spoken));
};
