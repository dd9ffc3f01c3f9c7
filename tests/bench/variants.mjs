/** The sample issue → issue folders that differ in their text alone, for pages that no cache can know. */

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sentences of each paragraph turned by `k`, so that length and characters stay and lines do not. */
function turned(article, k) {
  return article
    .split('\n')
    .map((line) => {
      if (line.length < 60 || line.includes('**') || line.startsWith(' ')) return line;
      const clauses = line.split(/(?<=,)/);
      const at = k % clauses.length;
      return [...clauses.slice(at, -1), ...clauses.slice(0, at), clauses[clauses.length - 1]].join('');
    })
    .join('\n');
}

/** Writes `count` issues under `folder`; returns their folders. */
export function writeVariants(sample, folder, count) {
  const article = readFileSync(join(sample, 'articles/four-firsts.md'), 'utf8');
  return Array.from({ length: count }, (_, k) => {
    const issue = join(folder, `issue-${k + 1}`);
    mkdirSync(join(issue, 'articles'), { recursive: true });
    cpSync(join(sample, 'photos'), join(issue, 'photos'), { recursive: true });
    cpSync(join(sample, 'issue.yaml'), join(issue, 'issue.yaml'));
    writeFileSync(join(issue, 'articles/four-firsts.md'), turned(article, k + 1));
    return issue;
  });
}
