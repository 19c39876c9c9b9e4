/** A consistency strip: what became of each occurrence, one mark for each. A mark is told by its shape, and by its colour too. */
import { symbol, symbolCircle, symbolDiamond, symbolTimes, symbolTriangle, type SymbolType } from 'd3-shape';
import { type Color, colors, element, type Picture, picture } from './svg.ts';

export type Mark = 'done' | 'late' | 'skipped' | 'missed' | 'open';

export const marks: readonly Mark[] = ['done', 'late', 'skipped', 'missed', 'open'];

/** The same marks as text. */
const glyphs: Readonly<Record<Mark, string>> = { done: '●', late: '▲', skipped: '◇', missed: '✕', open: '○' };

interface Shape {
  readonly type: SymbolType;
  readonly color: Color;
  /** The area, in square pixels. */
  readonly size: number;
  /** Drawn as an outline. */
  readonly isHollow: boolean;
}

const shapes: Readonly<Record<Mark, Shape>> = {
  done: { type: symbolCircle, color: 'plain', size: 78, isHollow: false },
  late: { type: symbolTriangle, color: 'warm', size: 66, isHollow: false },
  skipped: { type: symbolDiamond, color: 'grey', size: 56, isHollow: true },
  missed: { type: symbolTimes, color: 'bad', size: 90, isHollow: true },
  open: { type: symbolCircle, color: 'grey', size: 62, isHollow: true },
};

const step = 16;

export const glyphOf = (mark: Mark): string => glyphs[mark];

/** `●●▲○` */
export const stripText = (strip: readonly Mark[]): string => strip.map(glyphOf).join('');

export function stripPicture(strip: readonly Mark[], alt: string): Picture {
  const drawn = strip.map((mark, i) => {
    const { type, color, size, isHollow } = shapes[mark];
    const paint = isHollow ? { fill: 'none', stroke: colors[color], 'stroke-width': 2 } : { fill: colors[color] };
    return element('path', { d: symbol(type, size).digits(1)()!, transform: `translate(${i * step + step / 2} ${step / 2})`, ...paint });
  });
  return picture(strip.length * step, step, alt, drawn);
}
