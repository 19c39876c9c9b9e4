import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { durationsPicture } from '../../server/charts/durations.ts';
import { sparkline } from '../../server/charts/sparkline.ts';
import { type Mark, marks, stripPicture, stripText } from '../../server/charts/strip.ts';
import { colors, label } from '../../server/charts/svg.ts';

const labels = { estimate: 'estimate 1h', explained: 'explained', first: 'Fri 29 May', last: 'Fri 30 Oct', alt: 'Durations' };
const run = fc.record({ minutes: fc.option(fc.nat(100_000), { nil: undefined }), explained: fc.nat(100_000) });

describe('a sparkline', () => {
  for (const [values, line] of [[[], ''], [[0, 0], '▁▁'], [[8, 4, 0], '█▅▁'], [[180, 140, 100, 120, 75, 70], '█▇▅▆▄▄'], [[5], '█']] as const) {
    it(`of ${values.join(', ') || 'nothing'} is “${line}”`, () => assert.equal(sparkline(values), line));
  }
});

describe('a consistency strip', () => {
  it('has a mark of its own shape for each state, in pictures and in text', () => {
    assert.equal(stripText(marks), '●▲◇✕○');
    const drawn = new Set(marks.map((mark) => stripPicture([mark], '').svg.replace(/#[0-9a-f]{6}/g, '')));
    assert.equal(drawn.size, marks.length, 'two marks differ in nothing but their colour');
  });

  it('is as long as what it shows', () => {
    const strip: Mark[] = ['done', 'late', 'open'];
    assert.deepEqual([stripPicture(strip, '').width, stripPicture([...strip, ...strip], '').width], [48, 96]);
  });
});

describe('a picture of durations', () => {
  const rects = (svg: string): number[] => [...svg.matchAll(/<rect x[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height));

  it('draws a bar for each run and one for what was explained, on one scale', () => {
    const { svg } = durationsPicture([{ minutes: 60, explained: 30 }, { minutes: 30, explained: 0 }], undefined, labels);
    const [first, explained, second] = rects(svg);
    assert.deepEqual([first! / explained!, first! / second!].map((ratio) => Math.round(ratio * 100)), [200, 200]);
    assert.equal(rects(svg).length, 3);
  });

  it('draws the estimate where there is one', () => {
    const runs = [{ minutes: 60, explained: 0 }];
    assert(durationsPicture(runs, 60, labels).svg.includes('estimate 1h'));
    assert(!durationsPicture(runs, undefined, labels).svg.includes('stroke-dasharray'));
  });

  it('is well formed, of a bounded size and without NaN, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 24 }), fc.option(fc.nat(100_000), { nil: undefined }), (runs, estimate) => {
        const { svg, width, height } = durationsPicture(runs, estimate, labels);
        assert(width > 0 && width <= 420 && height > 0 && height <= 120, `${width} × ${height}`);
        assert.doesNotMatch(svg, /NaN|Infinity|undefined|"-/);
        assert.equal(svg.match(/<(?!\/)/g)!.length, svg.match(/\/>|<\//g)!.length);
      }),
    );
  });
});

describe('in a picture', () => {
  it('text is no markup', () => assert.equal(label('a < "b" & c', 0, 0, 'start'), `<text x="0" y="0" text-anchor="start" fill="${colors.grey}">a &#60; &#34;b&#34; &#38; c</text>`));

  for (const [name, color] of Object.entries(colors)) {
    it(`${name} is seen on light, dark and high contrast backgrounds`, () => {
      for (const background of ['#ffffff', '#f8f8f8', '#252526', '#202020', '#000000']) {
        assert(contrast(color, background) >= 3, `${contrast(color, background).toFixed(2)} on ${background}`);
      }
    });
  }
});

/** The contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
