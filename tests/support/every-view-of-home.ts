import { homeView } from '../../src/home/home-view.ts';
import type { Locale } from '../../src/locale.ts';
import { enrolled, team } from '../team/teams.ts';
import { summary } from './every-view-of-readouts.ts';
import type { View } from './view.ts';

/** What the room of the Home tab shows. */
export function homeViews(locale: Locale): readonly View[] {
  return [0, 14].map((count) => {
    const payload = homeView(teams(count, locale), 'B', locale);
    return { what: `the Home tab with ${count} teams`, surface: 'home', payload };
  });
}

const teams = (count: number, locale: Locale) =>
  Array.from({ length: count }, (_, at) => ({
    team: team({}, { locale }),
    next: at === 0 ? {} : { prompt: enrolled, opening: enrolled },
    summary: at === 1 ? undefined : summary(locale),
  }));
