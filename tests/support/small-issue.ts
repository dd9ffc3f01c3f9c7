/** A small issue with everything an article can have, for the tests of stages ② and ③. */

import type { Article, Issue } from '../../src/content/issue.ts';
import {
  dailyTheme,
  type HandFile,
  handArticle,
  handFile,
  handIssue,
  handPage,
  handPhoto,
} from './hand-issue.ts';

export const SMALL_FILE: HandFile = handFile(
  'articles/small.md',
  `---
kicker: 春风 & 捷报
headline: 四个『全市第一』的背后
deck: ——看园区 <怎么干>
summary: 去年, 园区连破“四关”。
byline: 本报记者 李振涛 通讯员 张敬勇 吴峰 文/图
dateline: 本报讯（记者 李振涛）
photos:
  - file: photos/1-park.jpg
    caption: 规模不断壮大,体系日益完善 & 集群。
    credit: 示意图
  - file: photos/2-tower.jpg
    caption: 塔筒车间。
signoff: （李振涛）
---
春风送暖,**捷报*频*传**...“1 < 2 & 3”。

## 产业**项目**加快

> 一引一

- 甲项
2. 乙项

第二段。
`,
);

export function smallArticle(): Article {
  const f = SMALL_FILE;
  return handArticle(f, {
    kicker: f.prose('春风 & 捷报'),
    headline: f.prose('四个『全市第一』的背后'),
    deck: f.prose('——看园区 <怎么干>'),
    summary: f.prose('去年', ['，', ', '], '园区连破“四关”。'),
    byline: f.prose('本报记者 李振涛 通讯员 张敬勇 吴峰 文/图'),
    dateline: f.prose('本报讯（记者 李振涛）'),
    signoff: f.prose('（李振涛）'),
    photos: [
      handPhoto(f, 'photos/1-park.jpg', {
        caption: f.prose('规模不断壮大', ['，', ','], '体系日益完善 & 集群。'),
        credit: f.prose('示意图'),
        columns: 4,
        lines: 28,
        place: 'top-right',
      }),
      handPhoto(f, 'photos/2-tower.jpg', { caption: f.prose('塔筒车间。') }),
    ],
    body: [
      {
        kind: 'paragraph',
        prose: {
          ...f.prose('春风送暖', ['，', ','], '捷报', '频', '传', ['……', '...'], '“1 < 2 & 3”。'),
          marks: [
            { start: 5, end: 9, mark: 'strong' },
            { start: 7, end: 8, mark: 'emphasis' },
          ],
        },
      },
      {
        kind: 'subhead',
        level: 2,
        prose: { ...f.prose('产业', '项目', '加快'), marks: [{ start: 2, end: 4, mark: 'strong' }] },
      },
      { kind: 'quote', prose: f.rich('一引一') },
      { kind: 'item', marker: '•', prose: f.rich('甲项') },
      { kind: 'item', marker: '2.', prose: f.rich('乙项') },
      { kind: 'paragraph', prose: f.rich('第二段。') },
    ],
  });
}

export function smallIssue(template = 'feature', parts: Partial<Issue> = {}): Issue {
  return handIssue(dailyTheme(), [handPage(template, [smallArticle()])], parts);
}
