/** Every field of house.yaml → one description, as in fields.ts: what stands in every issue of a paper. */

import { type Field, optional } from './field-types.ts';
import type { HouseFact } from './issue.ts';
import { PRINT_FIELD } from './press-fields.ts';

const PROSE = { kind: 'prose', rows: false } as const;
const LINES = { kind: 'list', of: PROSE } as const;

/** What is printed as it is written, each by its name. */
export const FACT_FIELDS = {
  name: optional(PROSE, ['报名'], ['报名', 'The name of the paper']),
  cn: optional(
    PROSE,
    ['刊号', '国内统一连续出版物号'],
    ['国内统一连续出版物号，如 CN 99-0001', 'Its national serial number: CN 99-0001'],
  ),
  'postal-code': optional(PROSE, ['邮发代号'], ['邮发代号', 'Its number at the post office']),
  supervisor: optional(PROSE, ['主管'], ['主管单位', 'The supervising body']),
  sponsor: optional(PROSE, ['主办'], ['主办单位', 'The sponsoring body']),
  publisher: optional(PROSE, ['出版'], ['出版单位', 'The publisher']),
  address: optional(PROSE, ['社址', '地址'], ['出版单位地址', "The publisher's address"]),
  postcode: optional(PROSE, ['邮编', '邮政编码'], ['邮政编码', 'Its postcode']),
  website: optional(PROSE, ['网址'], ['网址', 'Its website']),
  printer: optional(PROSE, ['印刷单位', '印刷'], ['印刷单位名称', 'The printer']),
  'printer-address': optional(PROSE, ['印刷地址'], ['印刷单位地址', "The printer's address"]),
  distributor: optional(PROSE, ['发行单位', '发行'], ['发行单位', 'The distributor']),
  distribution: optional(PROSE, ['发行方式'], ['发行方式，如“邮局发行”', 'How it is distributed']),
  price: optional(PROSE, ['定价'], ['定价，号外写“免费赠阅”', 'The price']),
  permit: optional(
    PROSE,
    ['准印证编号', '准印证号'],
    ['内部资料准印证编号', 'The permit of an internal paper'],
  ),
  compiler: optional(PROSE, ['编印单位'], ['内部资料的编印单位', 'Who compiles an internal paper']),
  recipients: optional(PROSE, ['发送对象'], ['内部资料的发送对象', 'Whom an internal paper is sent to']),
  'print-date': optional(PROSE, ['印刷日期'], ['印刷日期，照印', 'The date of printing, as printed']),
  'print-run': optional(PROSE, ['印数'], ['印数，如 2600份', 'The copies printed']),
} as const satisfies Readonly<Record<HouseFact, Field>>;

export const HOUSE_FIELDS = {
  licence: optional(
    {
      kind: 'choice',
      options: [
        { value: 'cn', aliases: ['公开发行'] },
        { value: 'internal', aliases: ['内部资料'] },
      ],
    },
    ['许可'],
    [
      '有国内统一刊号写 cn，内部资料写 internal；按各自的规定检查出版形式',
      'cn with a national serial number, internal for 内部资料: the form is checked by the rules of each',
    ],
  ),
  ...FACT_FIELDS,
  artwork: optional(
    { kind: 'text', form: 'path' },
    ['报名图'],
    [
      '报名的图，路径从 house.yaml 所在的文件夹算起；不写就用字排',
      "The name as a picture, its path from house.yaml's folder; without it the name is set in type",
    ],
  ),
  print: PRINT_FIELD,
  phones: optional(
    LINES,
    ['电话'],
    ['电话，一条一个，如“总编室 0500-8260300”', 'Telephone numbers, one an item'],
  ),
  staff: optional(
    LINES,
    ['责编', '编辑'],
    ['责任编辑、版式、校对……一条一个，职务在前', 'Editors, an item each, their role in front'],
  ),
  counted: optional(
    {
      kind: 'record',
      fields: {
        date: optional({ kind: 'text', form: 'date' }, ['日期'], ['那一期的日期', 'The day of an issue']),
        number: optional(
          { kind: 'whole', min: 1, max: 999_999 },
          ['期号'],
          ['那一期的总期号', 'The number of that issue'],
        ),
        days: optional(
          { kind: 'text', form: 'any' },
          ['出版日'],
          ['周几出版，如“一三五”；不写就是天天', 'The days it appears, 一三五; every day without it'],
        ),
      },
    },
    ['总期号起算'],
    [
      '从已知的一期起数总期号；有停刊的，在 issue.yaml 写 number（总期号）',
      'An issue whose number is known, to count from; issues left out call for a number in issue.yaml',
    ],
  ),
} as const;
