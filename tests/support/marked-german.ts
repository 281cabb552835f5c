import { type Content, readContent } from '../../src/content.ts';
import type { ByLocale } from '../../src/locale.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import type { Question } from '../../src/pulse/question.ts';

/** The words that ship, with German ones that say nothing but where they come from: `DE two-weeks-away`. */
export function withMarkedGerman(): ByLocale<Content> {
  const { en, ...others } = readContent();
  return {
    ...others,
    en,
    de: {
      prompts: en.prompts.map(markedPrompt),
      questions: en.questions.map(markedQuestion),
      wordingOf: (id) => {
        const { question, actions } = en.wordingOf(id);
        const steps = ['DE step 0', 'DE step 1', 'DE step 2'];
        return {
          question: markedQuestion(question),
          actions: { ...actions, low: steps, middle: steps, high: steps },
        };
      },
    },
  };
}

const markedPrompt = (prompt: Prompt): Prompt => ({ ...prompt, question: `DE ${prompt.id}` });

const markedQuestion = (question: Question): Question => ({
  ...question,
  title: `DE ${question.about}`,
  text: `DE ${question.id}`,
  options: question.options.map((option, at) => ({ ...option, text: `DE ${at}` })),
  readout: '{level} DE.',
});
