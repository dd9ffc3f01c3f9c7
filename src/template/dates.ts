/** A date as issue.yaml writes it, `2020-04-08` → the ways a newspaper prints it. */

import { createRequire } from 'node:module';
import { format } from 'date-fns/format';
import { zhCN } from 'date-fns/locale/zh-CN';

/** 2020年4月8日 星期三 */
export function printedDate(date: string): string {
  return format(localDay(date), 'y年M月d日 EEEE', { locale: zhCN });
}

/** 二〇二〇年四月八日, the year digit by digit (GB/T 15835-2011 numbers in Han). */
export function hanDate(date: string): string {
  const { year, month, day } = partsOf(date);
  const inDigits = [...String(year)].map((digit) => DIGITS[Number(digit)]).join('');
  return `${inDigits}年${hanNumber(month)}月${hanNumber(day)}日`;
}

/** 庚子年三月十六. The almanac is large, so it is loaded only for a template that asks for it. */
export function lunarDate(date: string): string {
  const { Solar } = createRequire(import.meta.url)('lunar-typescript') as typeof import('lunar-typescript');
  const { year, month, day } = partsOf(date);
  const lunar = Solar.fromYmd(year, month, day).getLunar();
  return `${lunar.getYearInGanZhi()}年${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`;
}

const DIGITS = '〇一二三四五六七八九';

/** 1–99 as it is spoken: 八, 十, 十一, 三十一. */
function hanNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const tensInHan = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return tensInHan + (ones === 0 ? '' : DIGITS[ones]);
}

function partsOf(date: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/** Noon of that day where the machine stands: its time zone cannot change the day. */
function localDay(date: string): Date {
  const { year, month, day } = partsOf(date);
  const local = new Date(2000, 0, 1, 12);
  local.setFullYear(year, month - 1, day);
  return local;
}
