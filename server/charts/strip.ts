/** A consistency strip: what became of each occurrence, one mark for each. A mark is told by its shape, and by its colour too. */
import { symbol, symbolCircle, symbolDiamond, symbolTimes, symbolTriangle, type SymbolType } from 'd3-shape';
import { type Color, colors, element, type Picture, picture } from './svg.ts';

export type Mark = 'done' | 'late' | 'skipped' | 'missed' | 'open';

export const marks: readonly Mark[] = ['done', 'late', 'skipped', 'missed', 'open'];

/** The same marks as text. */
const glyphs: Readonly<Record<Mark, string>> = { done: '●', late: '▲', skipped: '◇', missed: '✕', open: '○' };

interface Shape {
  readonly path: string;
  readonly color: Color;
  /** Drawn as an outline. */
  readonly isHollow: boolean;
}

/** Areas are in square pixels; all marks are to look equally large. */
const shape = (type: SymbolType, area: number, color: Color, isHollow: boolean): Shape => ({ path: symbol(type, area).digits(1)()!, color, isHollow });

const shapes: Readonly<Record<Mark, Shape>> = {
  done: shape(symbolCircle, 78, 'plain', false),
  late: shape(symbolTriangle, 66, 'warm', false),
  skipped: shape(symbolDiamond, 56, 'grey', true),
  missed: shape(symbolTimes, 90, 'bad', true),
  open: shape(symbolCircle, 62, 'grey', true),
};

const step = 16;

export const glyphOf = (mark: Mark): string => glyphs[mark];

/** `●●▲○` */
export const stripText = (strip: readonly Mark[]): string => strip.map(glyphOf).join('');

export function stripPicture(strip: readonly Mark[], alt: string): Picture {
  const drawn = strip.map((mark, i) => {
    const { path, color, isHollow } = shapes[mark];
    const paint = isHollow ? { fill: 'none', stroke: colors[color], 'stroke-width': 2 } : { fill: colors[color] };
    return element('path', { d: path, transform: `translate(${i * step + step / 2} ${step / 2})`, ...paint });
  });
  return picture(strip.length * step, step, alt, drawn);
}
