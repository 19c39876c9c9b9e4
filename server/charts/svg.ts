/** Pictures as SVG strings. All text in them is made here or by who asks for them; nothing that stands in a note gets in. */

export interface Picture {
  readonly svg: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, in words and numbers. */
  readonly alt: string;
}

/**
 * An editor shows pictures on backgrounds that they cannot know. Each of these colours has a contrast of 3.4 to 1 or more to
 * white and to the near black of dark and high contrast themes.
 */
export const colors = { plain: '#3b82c8', warm: '#b87520', bad: '#d14b45', grey: '#7f7f7f' } as const;

export type Color = keyof typeof colors;

type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`);
  return `<${name}${written.join('')}${content === undefined ? '/>' : `>${content}</${name}>`}`;
}

/** A label at a baseline; `anchor` says which end of it is at `x`. */
export function label(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', color: Color = 'grey'): string {
  return element('text', { x, y, 'text-anchor': anchor, fill: colors[color] }, escaped(text));
}

export function picture(width: number, height: number, alt: string, content: readonly string[]): Picture {
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': 'system-ui, sans-serif', 'font-size': 11 };
  return { svg: element('svg', attributes, content.join('')), width, height, alt };
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
