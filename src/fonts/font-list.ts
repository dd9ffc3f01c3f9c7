/** The data of a fonts.yaml or fonts.json → the families it names, checked. */

import { type Diagnostic, errorAt, type Message, meantHint, message } from '../diagnostics.ts';

export interface ListedFamily {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly faces: readonly { readonly weight: number; readonly file: string }[];
}

export interface FontList {
  readonly families: readonly ListedFamily[];
  readonly fallback: readonly string[];
}

const EXAMPLE = message(
  '写法：families 下每族一项，写 name 和 faces，如 faces: { 400: 报宋.ttf, 700: 小标宋.ttf }。',
  'Write one entry a family under `families`, with `name` and `faces`, as in faces: { 400: Song.ttf }.',
);

/** `file`: the list's path, for messages. A list with faults is null, with at least one error. */
export function readFontList(
  data: unknown,
  file: string,
): { readonly list: FontList | null; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const fault = (zh: string, en: string, ...hints: Message[]): void => {
    const text = message(`字体清单 ${file}：${zh}`, `Font list ${file}: ${en}`);
    diagnostics.push(errorAt(null, 'font-list', text, ...hints, EXAMPLE));
  };
  if (!isRecord(data) || !Array.isArray(data.families)) {
    fault('缺少 families 一项', 'it has no `families`');
    return { list: null, diagnostics };
  }
  checkFields(data, ['families', 'fallback'], fault);
  const families = data.families.flatMap((family: unknown) => readFamily(family, fault) ?? []);
  const known = families.flatMap(({ name, aliases }) => [name, ...aliases]);
  const fallback = strings(data.fallback ?? []);
  if (fallback === null) fault('fallback 应是字族名的列表', '`fallback` must be a list of family names');
  for (const name of fallback ?? []) {
    if (known.includes(name)) continue;
    fault(
      `fallback 中的“${name}”不在 families 里`,
      `"${name}" in \`fallback\` is not among the families`,
      ...meantHint(name, known),
    );
  }
  return { list: diagnostics.length > 0 ? null : { families, fallback: fallback ?? [] }, diagnostics };
}

type Fault = (zh: string, en: string, ...hints: Message[]) => void;

function readFamily(data: unknown, fault: Fault): ListedFamily | null {
  if (!isRecord(data) || typeof data.name !== 'string' || data.name === '') {
    fault('families 中有一项没有 name', 'an entry of `families` has no `name`');
    return null;
  }
  const { name } = data;
  checkFields(data, ['name', 'aliases', 'faces'], fault);
  const aliases = strings(data.aliases ?? []);
  if (aliases === null)
    fault(`“${name}”的 aliases 应是名称的列表`, `\`aliases\` of "${name}" must be a list of names`);
  if (!isRecord(data.faces) || Object.keys(data.faces).length === 0) {
    fault(`“${name}”没有 faces`, `"${name}" has no \`faces\``);
    return null;
  }
  const faces = Object.entries(data.faces).flatMap(
    ([weight, file]) => readFace(name, weight, file, fault) ?? [],
  );
  return { name, aliases: aliases ?? [], faces: faces.sort((a, b) => a.weight - b.weight) };
}

function readFace(
  name: string,
  weight: string,
  file: unknown,
  fault: Fault,
): { weight: number; file: string } | null {
  const number = /^\d+$/.test(weight) ? Number(weight) : 0;
  if (number < 1 || number > 1000) {
    fault(
      `“${name}”的字重 ${weight} 应是 1 到 1000 的整数`,
      `weight ${weight} of "${name}" must be a whole number from 1 to 1000`,
    );
    return null;
  }
  if (typeof file !== 'string' || /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(file)) {
    fault(
      `“${name}” ${weight} 的文件应是本文件夹里的文件名`,
      `the file of "${name}" ${weight} must be a name within the folder`,
    );
    return null;
  }
  return { weight: number, file };
}

function checkFields(data: Record<string, unknown>, known: readonly string[], fault: Fault): void {
  for (const field of Object.keys(data)) {
    if (!known.includes(field))
      fault(`没有“${field}”这一项`, `there is no field "${field}"`, ...meantHint(field, known));
  }
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function strings(data: unknown): string[] | null {
  return Array.isArray(data) && data.every((one) => typeof one === 'string') ? data : null;
}
