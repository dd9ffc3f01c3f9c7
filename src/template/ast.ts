/** The part of Handlebars' syntax tree that templates of Banmian may use, as a union on `type`. */

export interface Loc {
  /** `line` from 1, `column` from 0, in UTF-16 units. */
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface PathExpression {
  readonly type: 'PathExpression';
  /** `@index`, `@root.issue`. */
  readonly data: boolean;
  /** The number of `../`. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
  readonly loc: Loc;
}

export interface Literal {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'NullLiteral' | 'UndefinedLiteral';
  readonly original?: string | number | boolean;
  readonly loc: Loc;
}

/** What mustaches, blocks and subexpressions have in common: a name or path, and arguments. */
export interface Call {
  readonly path: PathExpression | Literal;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly loc: Loc;
}

export interface SubExpression extends Call {
  readonly type: 'SubExpression';
}

export type Expression = PathExpression | Literal | SubExpression;

export interface Hash {
  readonly pairs: readonly { readonly key: string; readonly value: Expression; readonly loc: Loc }[];
}

export interface MustacheStatement extends Call {
  readonly type: 'MustacheStatement';
}

export interface BlockStatement extends Call {
  readonly type: 'BlockStatement';
  readonly program?: Program;
  readonly inverse?: Program;
}

export interface PartialStatement {
  readonly type: 'PartialStatement';
  readonly name: PathExpression | Literal | SubExpression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly loc: Loc;
}

export interface ContentStatement {
  readonly type: 'ContentStatement';
  /** As it will be written, and as it stands in the file before whitespace control. */
  readonly value: string;
  readonly original: string;
  readonly loc: Loc;
}

/** Comments are dropped; the others are refused by `check.ts`. */
export interface OtherStatement {
  readonly type: 'CommentStatement' | 'PartialBlockStatement' | 'DecoratorBlock' | 'Decorator';
  readonly loc: Loc;
}

export type Statement =
  | MustacheStatement
  | BlockStatement
  | PartialStatement
  | ContentStatement
  | OtherStatement;

export interface Program {
  readonly type: 'Program';
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[];
}
