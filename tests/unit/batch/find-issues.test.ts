import { expect, test } from 'vitest';
import { findIssues } from '../../../src/batch/find-issues.ts';
import { memoryWorld } from '../../support/memory-world.ts';

const world = memoryWorld({
  'issues/2020/04-08/issue.yaml': '',
  'issues/2020/04-08/photos/1.jpg': '',
  'issues/2020/04-09/issue.yaml': '',
  'issues/2021/01-01/issue.yaml': '',
  'issues/notes.txt': '',
  'issues/.old/issue.yaml': '',
  'empty/readme.txt': '',
  'loop/a/issue.yaml': '',
  'loop/up': { link: 'loop' },
});

test.each([
  // An issue, by its folder or its file.
  [['issues/2020/04-08'], ['issues/2020/04-08']],
  [['issues/2020/04-08/issue.yaml'], ['issues/2020/04-08/issue.yaml']],
  // A folder stands for the issues below it, hidden folders left out.
  [['issues'], ['issues/2020/04-08', 'issues/2020/04-09', 'issues/2021/01-01']],
  // Patterns.
  [['issues/*/04-0?'], ['issues/2020/04-08', 'issues/2020/04-09']],
  [['issues/20*'], ['issues/2020/04-08', 'issues/2020/04-09', 'issues/2021/01-01']],
  [['issues/**/01-01'], ['issues/2021/01-01']],
  [['issues/2020/*/issue.yaml'], ['issues/2020/04-08/issue.yaml', 'issues/2020/04-09/issue.yaml']],
  // Order of the arguments, each issue once.
  [
    ['issues/2021', 'issues/*'],
    ['issues/2021/01-01', 'issues/2020/04-08', 'issues/2020/04-09'],
  ],
  // What is no issue is kept, so that building it says why.
  [['nowhere'], ['nowhere']],
  [['empty'], ['empty']],
  [['issues/1999*'], ['issues/1999*']],
  // A link to a folder above ends.
  [['loop'], ['loop/a']],
  [['loop/**'], ['loop/a']],
])('%j → %j', (paths, issues) => {
  expect(findIssues(world, paths)).toEqual(issues);
});
