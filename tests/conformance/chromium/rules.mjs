/** Where the engine means to differ from Chromium: by what stands around a place, never by string. */

const POINTS = '，、。．：；！？';
const CLOSING = '”’）〕］｝】〗》〉」』';
const BEHIND_NUMBERS = '%％‰°℃';
const BEFORE_NUMBERS = '￥$€№';

/**
 * Of a place where one of the two may break and the other may not: `before` and `after`, the characters there,
 * blanks passed over; `blank`, whether there are any; `engine`, whether the engine may.
 */
export const BREAK_RULES = [
  {
    reason: 'GB/T 15834 5.1.6, 5.1.7, 5.1.9: — ～ – - · / begin no line, and / ends none',
    covers: ({ engine, before, after }) => !engine && ('—～–-·/／'.includes(after) || '/／'.includes(before)),
  },
  {
    reason: '5.1.4, 5.1.5: —— and …… may begin a line, behind another one too',
    covers: ({ engine, after }) => engine && '—…'.includes(after),
  },
  {
    reason: 'quotes are brackets in Chinese: a line may end before “ and behind ” (Unicode 16, PRI 490)',
    covers: ({ engine, before, after }) => engine && ('“‘'.includes(after) || '”’'.includes(before)),
  },
  {
    reason:
      'signs behind numbers begin no line and signs before numbers end none, whatever stands beside them',
    covers: ({ engine, before, after }) =>
      !engine && (BEHIND_NUMBERS.includes(after) || BEFORE_NUMBERS.includes(before)),
  },
  {
    reason: 'a blank does not let a mark begin or end a line that may not without it',
    covers: ({ engine, blank }) => !engine && blank,
  },
  {
    reason: 'GB/T 15835: a number stays on one line, its hyphens and its minus in it',
    covers: ({ engine, before, after }) => !engine && '-–·～：'.includes(before) && /[0-9]/.test(after),
  },
  {
    reason: 'a line may end behind the sign of a number and before that of a sum: 5%|《, 〉|$5',
    covers: ({ engine, before, after }) =>
      engine && (BEHIND_NUMBERS.includes(before) || BEFORE_NUMBERS.includes(after)),
  },
  {
    reason:
      'Latin without a blank is one word: it parts behind a hyphen that follows a letter, and nowhere else',
    covers: ({ engine, before, after }) => !engine && /^[-–)\w]$/.test(before) && /^[$€￥№(\w]$/.test(after),
  },
  {
    reason: '5.1.7: a line may end behind ·, which Chromium takes for a letter',
    covers: ({ engine, before }) => engine && before === '·',
  },
];

/** What Chromium's width is more than the engine's, em: the sum of all rules. */
export const WIDTH_RULES = [
  {
    reason: '5.1.7: · takes half an em, whatever the face gives it (0.327 em in this one)',
    more: (text) => [...text].filter((mark) => mark === '·').length * (0.327 - 0.5),
  },
  {
    reason: 'CLREQ squeezes two marks where one is a bracket; Chromium without a bracket too',
    more: (text) =>
      -0.5 *
      countOf(
        text,
        /[，、。．：；](?=[，、。．：；！？\u3000])|(?<![！？])(?:[！？]{2})*[！？](?=[，、。．：；\u3000])/g,
      ),
  },
  {
    reason: '5.1.2: two of ！？ are one cell of 1 em; Chromium squeezes them as it does others',
    more: (text) => {
      const runs = [...text.matchAll(/[！？]{2,}/g)].filter(([run]) => run.length % 2 === 0);
      const wider = runs.filter(({ index, 0: run }) => {
        const next = text[index + run.length] ?? '';
        return !CLOSING.includes(next) && !POINTS.includes(next) && next !== '\u3000';
      });
      return 0.5 * wider.length;
    },
  },
];

function countOf(text, pattern) {
  return [...text.matchAll(pattern)].length;
}
