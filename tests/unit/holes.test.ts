/** Blocks kept free (待补): told of, and no page of print. */

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Compiled, compile } from '../../src/compile.ts';
import { diskWorld } from '../../src/disk-world.ts';
import { OWN_FOLDERS } from '../../src/own-folders.ts';
import type { Target } from '../../src/target.ts';

function build(name: string, target: Target): Promise<Compiled> {
  const folder = fileURLToPath(new URL(`../cases/${name}`, import.meta.url));
  const { templates, fonts } = OWN_FOLDERS;
  return compile(diskWorld(), folder, { templates, fonts, userFonts: [], pages: [], targets: [target] });
}

function severities({ diagnostics }: Compiled): readonly string[] {
  return diagnostics.filter(({ code }) => code === 'reserved').map(({ severity }) => severity);
}

describe('a page with blocks kept free', () => {
  test('builds for the screen with a warning each', async () => {
    const built = await build('blocks-kept-free', 'screen');
    expect(severities(built)).toEqual(['warning', 'warning', 'warning', 'warning']);
    expect(built.pdfs).toHaveLength(1);
  });

  test('is refused for print with an error each', async () => {
    const built = await build('blocks-kept-free', 'print');
    expect(severities(built)).toEqual(['error', 'error', 'error', 'error']);
    expect(built.pdfs).toEqual([]);
  });
});

test('a whole page goes to print', async () => {
  const built = await build('feature-no-photo', 'print');
  expect(severities(built)).toEqual([]);
  expect(built.pdfs).toHaveLength(1);
});
