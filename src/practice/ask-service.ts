import { type AskCardsDeps, createAskCards } from './ask-cards.ts';
import { type AskPostingDeps, createAskPosting } from './ask-posting.ts';
import { type AskPressingDeps, createAskPressing } from './ask-pressing.ts';

export type AskService = ReturnType<typeof createAskService>;

/**
 * Asking for a hand. An ask lives in its card in the channel and nowhere else; of it only the counters of its week are
 * kept, without anybody's id.
 */
export function createAskService(deps: AskPostingDeps & AskPressingDeps & AskCardsDeps) {
  const askCards = createAskCards(deps);
  return { ...createAskPosting(deps, askCards), ...createAskPressing(deps, askCards) };
}
