import { sealedPattern } from './change-seal.ts';
import type { Choice } from './tally.ts';

/** What an answer button carries: pulse, choice, how many options there are, and the seal when it is a change. */
export type AnswerValue = {
  readonly pulseId: string;
  readonly choice: Choice;
  readonly optionCount: number;
  readonly sealed?: string;
};

/** `T1-C1-1764061200000.2.5`, with `x` for withdrawing, and `.<seal>` at the end of a change. */
export function answerValue({ pulseId, choice, optionCount, sealed }: AnswerValue): string {
  const parts = [
    pulseId,
    choice === 'none' ? 'x' : choice,
    optionCount,
    ...(sealed === undefined ? [] : [sealed]),
  ];
  return parts.join('.');
}

const pattern = new RegExp(`^([A-Z0-9]+-[A-Z0-9]+-\\d{1,16})\\.(\\d|x)\\.(\\d)(?:\\.(${sealedPattern}))?$`);

/** The inverse of `answerValue`; `undefined` for anything that `answerValue` cannot have made. */
export function parseAnswerValue(text: string): AnswerValue | undefined {
  const [, pulseId, choice, optionCount, sealed] = pattern.exec(text) ?? [];
  if (pulseId === undefined || choice === undefined) return undefined;
  if (choice === 'x' ? sealed === undefined : Number(choice) >= Number(optionCount)) return undefined;
  const value = {
    pulseId,
    choice: choice === 'x' ? 'none' : Number(choice),
    optionCount: Number(optionCount),
  } as const;
  return sealed === undefined ? value : { ...value, sealed };
}

/** What the button under an acknowledgement carries: the pulse, and the person's own answer, sealed. */
export type ChangeValue = { readonly pulseId: string; readonly sealed: string };

export function changeValue({ pulseId, sealed }: ChangeValue): string {
  return `${pulseId}.${sealed}`;
}

const changePattern = new RegExp(`^([A-Z0-9]+-[A-Z0-9]+-\\d{1,16})\\.(${sealedPattern})$`);

/** The inverse of `changeValue`; `undefined` for anything that `changeValue` cannot have made. */
export function parseChangeValue(text: string): ChangeValue | undefined {
  const [, pulseId, sealed] = changePattern.exec(text) ?? [];
  return pulseId === undefined || sealed === undefined ? undefined : { pulseId, sealed };
}
