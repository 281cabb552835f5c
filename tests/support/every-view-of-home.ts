import { homeView } from '../../src/home/home-view.ts';
import { noticeView } from '../../src/home/notice-view.ts';
import { pauseForm } from '../../src/home/pause-form.ts';
import { homeWords } from '../../src/home/words/index.ts';
import type { Locale } from '../../src/locale.ts';
import { line } from '../../src/slack/block-kit.ts';
import { homeTeam } from '../home/samples.ts';
import { team } from '../team/teams.ts';
import { summary } from './every-view-of-readouts.ts';
import { lines, modals, type View } from './view.ts';

/** What the room of the Home tab shows. */
export function homeViews(locale: Locale): readonly View[] {
  const { pause, resumed, gone, notManager, noManagers, aChannel } = homeWords(locale);
  const tabs = [[], teams(40, locale)].map((shown): View => {
    const payload = homeView({ teams: shown, custody: 'B', locale, page: 1 });
    return { what: `the Home tab with ${shown.length} teams`, surface: 'home', payload };
  });
  return [
    ...tabs,
    ...modals({
      'the form of a pause': pauseForm(team({}, { locale })),
      'a notice': noticeView(line('X.'), locale),
    }),
    ...lines({ pause, resumed, gone, notManager, noManagers, aChannel }),
  ];
}

/** One without plans, one without a summary, one paused, and the rest. */
const teams = (count: number, locale: Locale) =>
  Array.from({ length: count }, (_, at) =>
    homeTeam(
      at,
      {
        ...(at % 4 === 0 ? { next: {} } : {}),
        summary: at % 4 === 1 ? undefined : summary(locale),
        pause: at % 4 === 2 ? { until: null } : null,
      },
      {},
      { locale },
    ),
  );
