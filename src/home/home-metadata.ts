import { z } from 'zod';
import { jsonOf } from '../json.ts';

const shown = z.object({ page: z.int().min(0).max(999) });

/** What a Home tab carries along: which page it shows, so that it stays there when it is shown afresh. */
export const homeMetadata = (page: number): string => JSON.stringify({ page });

/** The inverse of `homeMetadata`; the first page for anything else. */
export const pageIn = (metadata: string): number => shown.safeParse(jsonOf(metadata)).data?.page ?? 0;
