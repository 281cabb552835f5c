import { z } from 'zod';
import { type Subject, subjects } from '../team/team.ts';

const sentence = z.string().min(1).max(200);

/** One entry of `content/<locale>/questions.yml`; see content/README.md. */
export const questionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be words joined by hyphens'),
  about: z.enum(subjects),
  title: z.string().min(1).max(40),
  text: z.string().min(1).max(150),
  options: z
    .array(z.strictObject({ text: z.string().min(1).max(30), strained: z.boolean() }))
    .min(4)
    .max(5)
    .refine((options) => options.some(({ strained }) => strained), 'no option is strained')
    .refine((options) => !options.every(({ strained }) => strained), 'every option is strained')
    .readonly(),
  readout: sentence.startsWith('{level}', 'must start with {level}'),
  calmer: sentence,
  heavier: sentence,
});

export type Question = z.infer<typeof questionSchema>;

/**
 * Which subject a team's pulse asks about: workload in two of three, asking and delegation alternating in the
 * third. `index` counts the team's pulses from 0.
 */
export function subjectOf(index: number): Subject {
  if (index % 3 !== 2) return 'workload';
  return Math.floor(index / 3) % 2 === 0 ? 'asking' : 'delegation';
}
