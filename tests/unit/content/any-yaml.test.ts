/** Any text between the fences of front matter, and any bytes in a file, end in a value or in messages. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../../src/content/source-text.ts';
import { issueFiles, readWritten } from '../../support/written-issue.ts';
import { article } from './texts.ts';

const fragments = fc.constantFrom(
  ...[
    'headline',
    '标题',
    'photos',
    'file',
    'corrections',
    'x',
    ': ',
    ':',
    '：',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
  ],
  ...[
    '"',
    "'",
    '#',
    ' #',
    '{',
    '}',
    '[',
    ']',
    ',',
    ', ',
    '|',
    '>',
    '|-\n',
    '&a ',
    '*a',
    '!t ',
    '%',
    '@',
    '`',
    '?',
    '? ',
  ],
  ...[
    '---\n',
    '...\n',
    '\t',
    '甲',
    '园区 ',
    '\\',
    '\\n',
    '\\u4e',
    '<<',
    '~',
    '-',
    'null',
    '\r\n',
    '\u200b',
    '　',
    '𠮷',
  ],
);

test('any YAML is read or refused, and every message has a place in the file', () => {
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 24 }), (parts) => {
      const text = `---\n${parts.join('')}\n---\n甲`;
      for (const { span, hints, message } of article(text).diagnostics) {
        expect(span!.start).toBeGreaterThanOrEqual(0);
        expect(span!.end).toBeGreaterThanOrEqual(span!.start);
        expect(span!.end).toBeLessThanOrEqual(text.length);
        expect([message, ...hints].every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('any bytes are decoded or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const { text, fault } = decode('a.md', bytes);
      if (fault === null)
        expect(new TextEncoder().encode(text).length).toBeGreaterThanOrEqual(bytes.length - 3);
      else expect(text[fault.span!.start]).toBe('\uFFFD');
    }),
  );
});

test('any issue.yaml, article and photo are read or refused', () => {
  const bytes = fc.uint8Array({ maxLength: 80 });
  const text = fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join(''));
  const file = fc.oneof(bytes, text);
  fc.assert(
    fc.property(file, file, bytes, (issue, copy, photo) => {
      const files = { 'issue.yaml': issue, 'articles/a.md': copy, 'photos/1.jpg': photo };
      for (const name of Object.keys(files) as (keyof typeof files)[]) {
        const { issue: read, diagnostics } = readWritten(issueFiles({ [name]: files[name] }));
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(read === null || read.pages.length === 0).toBe(errors.length > 0);
      }
    }),
    { numRuns: 300 },
  );
});
