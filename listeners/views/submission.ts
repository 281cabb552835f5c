import type { Services } from '../services.ts';

/** A submitted form. */
export type SubmissionContext = {
  readonly user: string;
  readonly metadata: string;
  /** The modal that the form was opened from, and that is shown again without it; '' where there is none. */
  readonly below: string;
  /** `view.state.values` as it came. */
  readonly state: unknown;
  /** Sentences by block id: shown in the form, which stays open with what was typed. */
  readonly refuse: (errors: { readonly [block: string]: string }) => Promise<void>;
  /** Closes the form. What follows has time. */
  readonly accept: () => Promise<void>;
  readonly services: Services;
};

export type Submission = (context: SubmissionContext) => Promise<void>;
