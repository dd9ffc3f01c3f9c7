/** Dates as a newspaper prints them. */

import { expect, test } from 'vitest';
import { hanDate, lunarDate, printedDate } from '../../../src/template/dates.ts';

test.each([
  ['2020-04-08', '2020年4月8日 星期三'],
  ['2020-12-31', '2020年12月31日 星期四'],
  ['1999-10-01', '1999年10月1日 星期五'],
  ['0099-01-01', '99年1月1日 星期四'],
])('%s is printed %s', (date, printed) => {
  expect(printedDate(date)).toBe(printed);
});

test.each([
  ['2020-04-08', '二〇二〇年四月八日'],
  ['2008-10-10', '二〇〇八年十月十日'],
  ['1911-11-12', '一九一一年十一月十二日'],
  ['2021-02-20', '二〇二一年二月二十日'],
  ['2021-12-31', '二〇二一年十二月三十一日'],
])('%s in Han is %s', (date, printed) => {
  expect(hanDate(date)).toBe(printed);
});

test.each([
  ['2020-04-08', '庚子年三月十六'],
  // The last day of a lunar year still counts to that year, the next day begins the new one.
  ['2020-01-24', '己亥年腊月三十'],
  ['2020-01-25', '庚子年正月初一'],
  ['2020-05-23', '庚子年闰四月初一'],
])('%s of the lunar calendar is %s', (date, printed) => {
  expect(lunarDate(date)).toBe(printed);
});
