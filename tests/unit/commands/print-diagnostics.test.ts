import { expect, test } from 'vitest';
import { diagnosticsText } from '../../../src/commands/print-diagnostics.ts';
import { type Diagnostic, errorAt, message, warningAt } from '../../../src/diagnostics.ts';

const FILE = 'articles/a.md';
const fault = message('没有这个字', 'no such character');

function shown(text: string, start: number, end: number, ...hints: Diagnostic['hints']): string[] {
  const diagnostic = errorAt({ file: FILE, start, end }, 'no-glyph', fault, ...hints);
  return diagnosticsText([diagnostic], new Map([[FILE, text]]), 'en')
    .trimEnd()
    .split('\n');
}

test('place, severity, code, message; the line with a caret; hints below', () => {
  const text = 'one\nabc xyz def\nthree\n';
  expect(shown(text, 8, 11, message('换一个', 'Use another.'))).toEqual([
    'articles/a.md:2:5: error[no-glyph]: no such character',
    '  | abc xyz def',
    '  |     ^^^',
    '  hint: Use another.',
  ]);
});

test('in Chinese', () => {
  const diagnostic = warningAt(
    { file: FILE, start: 0, end: 1 },
    'x',
    fault,
    message('换一个', 'Use another.'),
  );
  expect(diagnosticsText([diagnostic], new Map([[FILE, 'a']]), 'zh')).toBe(
    'articles/a.md:1:1: warning[x]: 没有这个字\n  | a\n  | ^\n  提示：换一个\n',
  );
});

test('a Han character takes two cells of the caret line', () => {
  expect(shown('春风Ab送暖', 4, 6).slice(1)).toEqual(['  | 春风Ab送暖', '  |       ^^^^']);
});

test('a place beyond the BMP counts UTF-16 units in its column, cells in its caret', () => {
  expect(shown('𠮷野', 2, 3)).toEqual([
    'articles/a.md:1:3: error[no-glyph]: no such character',
    '  | 𠮷野',
    '  |   ^^',
  ]);
});

test('tabs and what would move the cursor are shown harmless', () => {
  expect(shown('a\tb\u001b[2Jc', 2, 3).slice(1)).toEqual(['  | a b\ufffd[2Jc', '  |   ^']);
});

test('a long line is cut around its place', () => {
  const text = `${'前'.repeat(200)}错${'后'.repeat(200)}`;
  const [, line, caret] = shown(text, 200, 201);
  expect(line).toMatch(/^ {2}\| … 前+错后+ …$/);
  expect(line!.length).toBeLessThan(50);
  // Each 前 before the caret is two cells wide.
  const before = line!.slice(line!.indexOf('前'), line!.indexOf('错')).length;
  expect(caret).toBe(`  | ${' '.repeat(2 + 2 * before)}^^`);
});

test('a place that runs over several lines is marked on its first', () => {
  expect(shown('ab\ncd\nef', 1, 7).slice(1)).toEqual(['  | ab', '  |  ^']);
});

test('CR LF ends a line like LF', () => {
  expect(shown('ab\r\ncd\r\n', 4, 6)).toEqual([
    'articles/a.md:2:1: error[no-glyph]: no such character',
    '  | cd',
    '  | ^^',
  ]);
});

test('a place at the end of the file, behind the last character', () => {
  expect(shown('ab', 2, 2)).toEqual([
    'articles/a.md:1:3: error[no-glyph]: no such character',
    '  | ab',
    '  |   ^',
  ]);
});

test('a blank line is not shown', () => {
  expect(shown('a\n\nb', 2, 2)).toEqual(['articles/a.md:2:1: error[no-glyph]: no such character']);
});

test('without a place, or in a file that was not read as text', () => {
  const nowhere = errorAt(null, 'no-issue', fault);
  const photo = errorAt({ file: 'photos/1.jpg', start: 0, end: 0 }, 'not-an-image', fault);
  expect(diagnosticsText([photo, nowhere], new Map(), 'en')).toBe(
    'error[no-issue]: no such character\nphotos/1.jpg: error[not-an-image]: no such character\n',
  );
});

test('sorted by file and place', () => {
  const at = (file: string, start: number): Diagnostic => errorAt({ file, start, end: start }, 'x', fault);
  const text = diagnosticsText([at('b.md', 0), at('a.md', 3), at('a.md', 0)], new Map(), 'en');
  expect(text.split('\n').map((line) => line.split(':')[0])).toEqual(['a.md', 'a.md', 'b.md', '']);
  expect(diagnosticsText([], new Map(), 'en')).toBe('');
});
