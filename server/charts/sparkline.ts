/** Numbers as a row of little bars, for where there are no pictures: `▂▄█`. */

const bars = '▁▂▃▄▅▆▇█';

/** The bars count from 0, as those of a picture do. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values, 0);
  return values.map((value) => bars[most === 0 ? 0 : Math.min(Math.floor((Math.max(value, 0) / most) * bars.length), bars.length - 1)]).join('');
}
