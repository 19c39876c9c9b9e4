/**
 * The durations of runs as bars, the oldest first, with the estimate as a line. What was explained hangs below the axis, on
 * the same scale: it is the time of somebody else, and should become less.
 */
import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { colors, element, label, type Picture, picture } from './svg.ts';

export interface Run {
  /** `undefined` where no duration was written. */
  readonly minutes: number | undefined;
  readonly explained: number;
}

export interface DurationsLabels {
  /** At the estimate's line, as in `estimate 1h 30m`. */
  readonly estimate: string;
  readonly explained: string;
  /** The days of the first and of the last run. */
  readonly first: string;
  readonly last: string;
  readonly alt: string;
}

/** Of the bars at most, and of the room for labels beside them. */
const barsWidth = 300;
const labelsWidth = 110;
/** Over and under the axis together. */
const barsHeight = 52;
const widestStep = 48;
const widestBar = 38;
/** Of two dates beside each other. */
const datesWidth = 140;
const textHeight = 14;

export function durationsPicture(runs: readonly Run[], estimate: number | undefined, labels: DurationsLabels): Picture {
  const longest = Math.max(...runs.map(({ minutes = 0 }) => minutes), estimate ?? 0, 1);
  const mostExplained = Math.max(...runs.map(({ explained }) => explained), 0);
  const height = scaleLinear([0, longest + mostExplained], [0, barsHeight]);
  const axis = 4 + height(longest);
  const end = Math.max(Math.min(barsWidth, runs.length * widestStep), datesWidth);
  const x = scaleBand<number>(runs.keys(), [0, end]).padding(0.2);
  const width = Math.min(x.bandwidth(), widestBar);
  const bar = (i: number, top: number, minutes: number, fill: string): string =>
    element('rect', { x: x(i)! + (x.bandwidth() - width) / 2, y: top, width, height: Math.max(height(minutes), 1), fill });

  const drawn: string[] = [];
  runs.forEach(({ minutes, explained }, i) => {
    if (minutes !== undefined) drawn.push(bar(i, axis - Math.max(height(minutes), 1), minutes, colors.plain));
    if (explained > 0) drawn.push(bar(i, axis + 1, explained, 'url(#stripes)'));
  });
  drawn.push(element('path', { d: across(end, axis + 0.5), stroke: colors.grey }));
  if (estimate !== undefined) {
    const y = axis - height(estimate);
    drawn.push(...estimateLine(end, y), label(labels.estimate, end + 6, Math.min(Math.max(y + 4, 10), axis), 'start'));
  }
  if (mostExplained > 0) drawn.push(stripes, label(labels.explained, end + 6, axis + 12, 'start', 'warm'));

  const bottom = axis + Math.max(height(mostExplained), mostExplained > 0 ? textHeight : 0) + textHeight;
  drawn.push(label(labels.first, 0, bottom, 'start'));
  if (runs.length > 1) drawn.push(label(labels.last, end, bottom, 'end'));
  return picture(end + labelsWidth, Math.ceil(bottom + 4), labels.alt, drawn);
}

const across = (to: number, y: number): string => line()([[0, y], [to, y]])!;

/** Black and white by turns: one of them is seen on the bars and on any background. */
const estimateLine = (to: number, y: number): string[] =>
  ['#000', '#fff'].map((stroke, i) => element('path', { d: across(to, y), stroke, 'stroke-dasharray': '4 4', 'stroke-dashoffset': i * 4 }));

/** What was explained is told from what was done without colour, too. */
const stripes = element(
  'pattern',
  { id: 'stripes', width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
  element('rect', { width: 2.5, height: 4, fill: colors.warm }),
);
