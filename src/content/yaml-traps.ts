/**
 * The traps that YAML sets for prose → what each is called, what to say and how to cure it.
 *
 * An editor writes `headline: "四个第一"的背后` and means just that. YAML refuses it, or worse, cuts or bends it
 * in silence; the library's own messages speak of nodes and mappings. These speak of the text.
 */

import { type Diagnostic, errorAt, type Message, message, type Span } from '../diagnostics.ts';

export interface Trap {
  readonly code: string;
  readonly text: Message;
  readonly hints: readonly Message[];
  /**
   * What it does to the tree: `bends` the value on its line, `joins` its line to its neighbours (without the
   * line the others are as they should be), `breaks` all of it.
   */
  readonly effect: 'bends' | 'joins' | 'breaks';
}

export function trapAt(span: Span, trap: Trap): Diagnostic {
  return errorAt(span, trap.code, trap.text, ...trap.hints);
}

const bends = (code: string, text: Message, ...hints: Message[]): Trap => ({
  code,
  text,
  hints,
  effect: 'bends',
});
const joins = (code: string, text: Message, ...hints: Message[]): Trap => ({
  code,
  text,
  hints,
  effect: 'joins',
});
const breaks = (code: string, text: Message, ...hints: Message[]): Trap => ({
  code,
  text,
  hints,
  effect: 'breaks',
});

const QUOTE_IT = message(
  "请把整个值放进英文单引号：字段: '……'（值里的 ' 写成 ''）。",
  "Put the whole value in single quotes: field: '…' (a ' inside is written '').",
);

export const COMMENT_CUTS = bends(
  'yaml-comment-cuts',
  message(
    '空格后的 # 是 YAML 注释，从这里起的文字会丢失',
    'a # behind a blank begins a comment: the text from here on is lost',
  ),
  QUOTE_IT,
  message('如果确实是注释，请在 # 后面空一格。', 'If it is meant as a comment, put a blank behind the #.'),
);

/** A comment that may be text: a single blank on either side of the `#`, behind a field of prose. */
export const COMMENT_DOUBT = bends(
  'yaml-comment-cuts',
  message('空格后的 # 起是注释，不会印出', 'what follows the # behind a blank is a comment and is not set'),
  QUOTE_IT,
  message(
    '如果确实是注释，请在 # 前面空两格。',
    'If it is meant as a comment, put two blanks in front of the #.',
  ),
);

export function leadingSign(sign: string): Trap {
  return bends(
    'yaml-leading-sign',
    message(
      `值不能以 ${sign} 开头，YAML 给它另有用处`,
      `a value may not begin with ${sign}, which means something to YAML`,
    ),
    QUOTE_IT,
  );
}

export const LEADING_QUOTE = bends(
  'yaml-leading-quote',
  message(
    '值以引号开头，引号后面又有文字',
    'the value begins with a quote, and text follows behind the closing one',
  ),
  message(
    '引号如果是文字的一部分，请用中文引号“”，或把整个值再放进英文单引号。',
    'If the quotes belong to the text, write “ ”, or put the whole value in single quotes.',
  ),
);

export const LEADING_DASH = bends(
  'yaml-leading-dash',
  message('值以“- ”开头，YAML 会当成列表', 'the value begins with "- ", which YAML takes for a list'),
  QUOTE_IT,
  message('破折号请写 ——。', 'Write a dash as ——.'),
);

export const COLON_IN_TEXT = bends(
  'yaml-colon-in-text',
  message(
    '值里有半角冒号加空格，YAML 会当成另一个字段',
    'the value holds a colon and a blank, which YAML takes for another field',
  ),
  QUOTE_IT,
  message('也可以改用全角冒号“：”。', 'Or write a full-width colon "：".'),
);

export const PROSE_IN_FLOW = bends(
  'yaml-flow-prose',
  message('花括号、方括号里的半角逗号把文字切断了', 'a comma inside braces or brackets cut the text'),
  message('请改成一行一个字段，不用括号。', 'Write one field a line, without braces or brackets.'),
);

export const OPEN_QUOTE = breaks(
  'yaml-open-quote',
  message('引号没有结束', 'a quote is never closed'),
  message('请补上末尾的引号，或改用中文引号“”。', 'Close it, or write “ ” if it belongs to the text.'),
);

export const OPEN_BRACKET = breaks(
  'yaml-open-bracket',
  message('括号没有关上', 'a bracket is never closed'),
  message(
    '请补上 ] 或 }；括号如果是文字的一部分，请用全角括号，或把整个值放进英文单引号。',
    'Close it with ] or }; if it belongs to the text, put the whole value in single quotes.',
  ),
);

export const ESCAPE = bends(
  'yaml-escape',
  message('双引号里的反斜杠写法不对', 'a backslash in double quotes is followed by no known letter'),
  message('请改用单引号，反斜杠就是它自己。', 'Use single quotes, where a backslash is only itself.'),
);

export const TAB = breaks(
  'yaml-tab',
  message('缩进里有制表符（Tab），YAML 只认空格', 'there is a tab in the indent; YAML takes blanks only'),
  message('请把 Tab 换成两个空格。', 'Replace each tab by two blanks.'),
);

export const FULL_WIDTH_INDENT = breaks(
  'yaml-fullwidth-indent',
  message(
    '行首是全角空格，YAML 只认半角空格',
    'the line is indented with full-width blanks; YAML takes half-width ones only',
  ),
  message('请把一个全角空格换成两个半角空格。', 'Replace each of them by two half-width blanks.'),
);

export const CHINESE_QUOTES = bends(
  'yaml-chinese-quotes',
  message('值外面的中文引号会成为值的一部分', 'Chinese quotes around the value become part of it'),
  message('请去掉引号，或改用英文引号。', 'Leave them out, or write straight quotes.'),
);

export const DOCUMENTS = breaks(
  'yaml-documents',
  message('文件里有多个 YAML 文档（--- 分隔）', 'the file holds several YAML documents (a line ---)'),
  message('请删去多余的 --- 行，一个文件只写一份。', 'Remove the line ---: one document a file.'),
);

export const FULL_WIDTH_COLON = joins(
  'yaml-fullwidth-colon',
  message('字段名后面是全角冒号', 'the colon behind the field name is full-width'),
  message(
    '请写半角冒号加一个空格，例如 headline: 标题。',
    'Write a half-width colon and a blank: headline: text.',
  ),
);

export const COLON_WITHOUT_BLANK = joins(
  'yaml-colon-blank',
  message('字段名的冒号后面缺一个空格', 'a blank is missing behind the colon of the field name'),
  message('请写成“字段: 值”。', 'Write "field: value".'),
);

export const NO_FIELD = joins(
  'yaml-no-field',
  message('这一行不是“字段: 值”', 'this line is no "field: value"'),
  message(
    '如果是接上一行的文字，请在行首空两格；否则请补上字段名。',
    'If it continues the line above, indent it by two blanks; else give it a field name.',
  ),
);

export const INDENT = breaks(
  'yaml-indent',
  message('缩进不齐：同一层的字段要对齐', 'the indent is uneven: fields of one level must be aligned'),
  message('请用空格把同级的行对齐。', 'Align lines of one level with blanks.'),
);

export function otherSyntax(english: string): Trap {
  return breaks(
    'yaml-syntax',
    message(`YAML 写法有误（${english}）`, `the YAML is not well formed: ${english}`),
  );
}
