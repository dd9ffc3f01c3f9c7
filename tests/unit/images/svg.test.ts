import { describe, expect, test } from 'vitest';
import type { ArtworkInfo } from '../../../src/images/image.ts';
import { type ImageFault, readImage } from '../../../src/images/index.ts';

const read = (text: string) => readImage('art/logo.svg', new TextEncoder().encode(text));
const svg = (body: string, attributes = 'viewBox="0 0 100 50"'): string => `<svg ${attributes}>${body}</svg>`;

function drawn(text: string): ArtworkInfo {
  const result = read(text);
  if (result.kind !== 'image' || result.image.format !== 'svg') throw new Error(JSON.stringify(result));
  return result.image;
}

function faultOf(text: string): ImageFault {
  const result = read(text);
  if (result.kind !== 'fault') throw new Error('drawn');
  return result;
}

describe('an SVG file is read as a drawing whose longer side is 1000', () => {
  test('size by viewBox, by width and height, by one of them', () => {
    const size = ({ width, height }: ArtworkInfo) => [Math.round(width), Math.round(height)];
    expect(size(drawn(svg('')))).toEqual([1000, 500]);
    expect(size(drawn(svg('', 'width="10mm" height="40mm"')))).toEqual([250, 1000]);
    expect(size(drawn(svg('', 'height="30" viewBox="0 0 100 50"')))).toEqual([1000, 500]);
    expect(size(drawn(svg('', 'width="100%" viewBox="0 0 100 50"')))).toEqual([1000, 500]);
  });

  test('transforms, use, classes and currentColor', () => {
    const { shapes } = drawn(
      svg(`<style>.r{fill:rgb(100%,0%,0%)} rect{fill:blue}</style><defs><rect id="a" class="r" width="10" height="5"/></defs>
        <g color="#0f0" transform="translate(10 0) scale(2)"><use href="#a" x="5"/><path d="M0 0h1" fill="none" stroke="currentColor"/></g>`),
    );
    expect(shapes[0]!.fill?.rgb).toEqual([255, 0, 0]);
    expect(shapes[0]!.outlines[0]!.curve.slice(0, 2)).toEqual([200, 0]);
    expect(shapes[1]!.stroke).toMatchObject({ rgb: [0, 255, 0], width: 20 });
  });

  test('what nothing refers to is not drawn, and no fault', () => {
    expect(drawn(svg('<defs><linearGradient id="g"/></defs><metadata>x</metadata>')).shapes).toEqual([]);
  });
});

describe('what cannot be drawn is named at its place', () => {
  test.each([
    ['<text>报</text>', '<text>', '转曲'],
    ['<image href="a.png"/>', '<image>', 'JPEG'],
    ['<foreignObject/>', '<foreignObject>', '简化'],
    ['<script>x</script>', '<script>', '简化'],
    ['<rect width="1" height="1"><animate/></rect>', '<animate>', '简化'],
    ['<rect width="1" height="1" filter="url(#f)"/>', 'filter', '展开'],
    ['<rect width="1" height="1" style="mask:url(#f)"/>', 'mask', '展开'],
    ['<rect width="1" height="1" fill="url(#g)"/>', '渐变', '展开'],
    ['<use href="other.svg#a"/>', 'href', '导出'],
    ['<path d="M0 0 L1"/>', ' d ', '导出'],
    ['<rect width="NaN" height="1"/>', 'width', '导出'],
    ['<circle r="50%"/>', ' r ', '导出'],
    ['<g opacity=".5"><rect width="1" height="1"/></g>', 'opacity', 'fill-opacity'],
    ['<style>g > rect{fill:red}</style>', '选择器', '展开'],
    ['<path transform="scale(1 2)" d="M0 0h1" stroke="red"/>', '描边', '轮廓'],
  ])('%s', (body, name, cure) => {
    const text = `<svg viewBox="0 0 9 9">\n  ${body}</svg>`;
    const { code, message, hints, at } = faultOf(text);
    expect(code).toBe('svg-unsupported');
    expect(message.zh).toContain(name);
    expect(hints[0]!.zh).toContain(cure);
    expect(text[at!.start]).toBe('<');
    expect(at!.start).toBeGreaterThanOrEqual(text.indexOf('\n') + 3);
  });

  test('no size, no XML', () => {
    expect(faultOf(svg('', '')).message.zh).toContain('大小');
    expect(faultOf('<svg viewBox="0 0 1 1"><g></svg>').message.zh).toContain('XML');
  });
});

describe('hostile files end in a fault', () => {
  test('use in a circle, by itself and by its parent', () => {
    expect(faultOf(svg('<use id="a" href="#a"/>')).message.zh).toContain('圈');
    expect(faultOf(svg('<g id="a"><use href="#a"/></g>')).message.zh).toContain('圈');
  });

  test('use that doubles itself many times', () => {
    const levels = Array.from(
      { length: 18 },
      (_, k) => `<g id="a${k + 1}"><use href="#a${k}"/><use href="#a${k}"/></g>`,
    );
    const body = `<defs><path id="a0" d="M0 0h1"/>${levels.join('')}</defs><use href="#a18"/>`;
    expect(faultOf(svg(body)).message.zh).toContain('太复杂');
  });

  test('entities of its own, depth, number of elements, bytes, numbers', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 1 1"><desc>&a;</desc></svg>`;
    expect(faultOf(bomb).message.zh).toContain('XML');
    expect(faultOf(svg('<g>'.repeat(5000) + '</g>'.repeat(5000))).message.zh).toContain('太深');
    expect(faultOf(svg('<g/>'.repeat(100_001))).message.zh).toContain('100000');
    expect(faultOf(svg(' '.repeat(5_000_001))).code).toBe('image-too-large');
    expect(faultOf(svg('<path d="M0 0h1e300"/>')).message.zh).toContain('太大');
  });
});
