/** The pictures of a function's history, and the same in text with its numbers. */
import { durationsPicture } from '../../charts/durations.ts';
import { sparkline } from '../../charts/sparkline.ts';
import { glyphOf, type Mark, marks, stripPicture, stripText } from '../../charts/strip.ts';
import type { Picture } from '../../charts/svg.ts';
import type { History } from '../../model/history.ts';
import type { State } from '../../model/schedule/occurrence.ts';
import type { Day } from '../../notation/dates.ts';
import { shortDay } from '../../notation/dayWords.ts';
import { formatDuration, type Minutes } from '../../notation/durations.ts';
import { code, type Line, strong } from './content.ts';

/** How many are drawn, and how many are written. */
const mostDrawn = 24;
const mostWritten = 12;

export function chartsOf(history: History, estimate: Minutes | undefined, today: Day): { readonly pictures: readonly Picture[]; readonly texts: readonly Line[] } {
  // The low one first: VS Code shows a dozen lines before one has to scroll.
  const charts = [stripOf(history), durationsOf(history, estimate, today)];
  return {
    pictures: charts.map(({ picture }) => picture).filter((picture) => picture !== undefined),
    texts: charts.map(({ text }) => text).filter((text) => text !== undefined),
  };
}

interface Chart {
  readonly picture?: Picture;
  readonly text?: Line;
}

function durationsOf({ runs: all }: History, estimate: Minutes | undefined, today: Day): Chart {
  const runs = all.slice(-mostDrawn).map(({ date, duration, explained }) => ({ date, minutes: duration?.value, explained: explained?.value ?? 0 }));
  const written = runs.map(({ minutes }) => minutes).filter((minutes) => minutes !== undefined).slice(-mostWritten);
  if (written.length === 0) return {};
  const numbers = written.map(unbroken).join(', ');
  const title = `Last ${written.length === 1 ? 'run' : `${written.length} runs`}`;
  const picture = durationsPicture(
    runs,
    estimate,
    {
      estimate: estimate === undefined ? '' : `estimate ${formatDuration(estimate)}`,
      explained: 'explained',
      first: shortDay(runs[0]!.date, today),
      last: shortDay(runs.at(-1)!.date, today),
      alt: `${title} took ${numbers}${estimate === undefined ? '' : `; the estimate is ${formatDuration(estimate)}`}`,
    },
  );
  return { picture, text: [strong(title), ' ', code(sparkline(written)), ` ${numbers}`] };
}

/** A duration that is not parted where a line ends. */
const unbroken = (minutes: Minutes): string => formatDuration(minutes).replace(' ', '\u00a0');

const markOf: Readonly<Record<State, Mark>> = {
  early: 'done', 'on time': 'done', late: 'late', skipped: 'skipped', missed: 'missed', due: 'open', overdue: 'open', paused: 'open', upcoming: 'open',
};

function stripOf({ occurrences }: History): Chart {
  if (occurrences.length < 2) return {};
  const strip = occurrences.slice(-mostDrawn).map(({ state }) => markOf[state]);
  const legend = marks.filter((mark) => strip.includes(mark)).map((mark) => `${glyphOf(mark)} ${strip.filter((each) => each === mark).length} ${mark}`).join(', ');
  const title = `Last ${strip.length} due days`;
  return { picture: stripPicture(strip, `${title}: ${legend}`), text: [strong(title), ' ', code(stripText(strip)), ` ${legend}`] };
}
