import { type CompanyChannel, type Person, teammates } from './company.ts';

/** The person of a channel whom nobody simulates, so that whoever tries the playground can be them. */
export function yours(channel: CompanyChannel): Person | undefined {
  return teammates(channel).at(-1);
}
