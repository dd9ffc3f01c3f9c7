/** house.yaml, of the issue's folder or the one above → what stands in every issue of the paper. */

import type { ImageInfo } from '../images/image.ts';
import { checkFields } from './check-fields.ts';
import type { Draft } from './draft.ts';
import type { Located, Values } from './field-types.ts';
import type { ISSUE_FIELDS } from './fields.ts';
import { FACT_FIELDS, HOUSE_FIELDS } from './house-fields.ts';
import { type Counted, issueNumber } from './house-number.ts';
import type { House, HouseFact, PhotoUse, RichProse } from './issue.ts';
import { type Folder, folderAt, joinPath } from './paths.ts';
import { type Photos, readPhoto } from './photos.ts';
import { line, type Story } from './read-article.ts';
import { readPress } from './read-press.ts';
import { type Gathering, readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

const HOUSE_FILE = 'house.yaml';

/** The folder above, as paths from the issue's folder name it. */
const ABOVE = '..';

export interface HouseRead {
  readonly house: House;
  /** 总期号 as printed. */
  readonly number: RichProse | null;
  /** The folder above the issue's, for World, if the file lies there. */
  readonly above: string | null;
}

/** Without the file nothing is known of the paper but what issue.yaml says. */
export function readHouse(
  gathering: Gathering,
  folder: Folder,
  photos: Photos,
  issue: Values<typeof ISSUE_FIELDS>,
): HouseRead {
  const found = findHouse(folder);
  const fields = found === null ? null : readFields(gathering, found);
  const { counts, diagnostics } = gathering;
  const story: Story = { normalized: true, corners: false, counts, diagnostics };
  const words = (draft: Draft | null): RichProse | null => line(story, draft);
  const list = (drafts: Located<readonly Draft[]> | null): readonly RichProse[] =>
    (drafts?.value ?? []).map((draft) => words(draft)!);
  const own = { 'print-date': issue['print-date'], 'print-run': issue['print-run'] };
  const facts = Object.fromEntries(
    Object.keys(FACT_FIELDS).map((name) => [
      name,
      words((own as Partial<Record<string, Draft | null>>)[name] ?? fields?.[name as HouseFact] ?? null),
    ]),
  ) as House['facts'];
  const house: House = {
    licence: fields?.licence?.value ?? null,
    facts,
    phones: list(fields?.phones ?? null),
    staff: list(fields?.staff ?? null),
    artwork: found === null ? null : artworkOf(gathering, found, photos, fields?.artwork ?? null),
    press: readPress(gathering, found?.folder ?? folder, fields?.print ?? null),
    file: found === null ? null : found.shown,
  };
  const counted: Counted | null = fields?.counted ?? null;
  const number = issueNumber(words(issue.number), counted, issue.date?.value ?? null, diagnostics);
  return { house, number, above: found?.shown === HOUSE_FILE ? null : (found?.folder.root ?? null) };
}

interface FoundHouse {
  readonly folder: Folder;
  /** As messages name it. */
  readonly shown: string;
}

/** A house.yaml of the issue's own comes before the one that all issues share. */
function findHouse(folder: Folder): FoundHouse | null {
  const { world, root } = folder;
  if (world.list(root)?.includes(HOUSE_FILE)) return { folder, shown: HOUSE_FILE };
  const above = joinPath(root, ABOVE);
  if (!world.list(above)?.includes(HOUSE_FILE)) return null;
  return { folder: folderAt(world, above, 'house'), shown: `${ABOVE}/${HOUSE_FILE}` };
}

function readFields(gathering: Gathering, { folder, shown }: FoundHouse): Values<typeof HOUSE_FIELDS> | null {
  const { counts, diagnostics } = gathering;
  const source = readText(gathering, joinPath(folder.root, HOUSE_FILE), shown, null);
  if (source === null) return null;
  const yaml = readYaml(source, 0, source.clean.length);
  diagnostics.push(...yaml.diagnostics);
  return checkFields({ yaml, start: { file: shown, start: 0, end: 0 }, counts, diagnostics }, HOUSE_FIELDS);
}

/** Its path counts from the folder of house.yaml; among the issue's photos it has the way from there. */
function artworkOf(
  gathering: Gathering,
  { folder, shown }: FoundHouse,
  photos: Photos,
  file: Located<string> | null,
): PhotoUse | null {
  if (file === null) return null;
  const found = new Map<string, ImageInfo | null>();
  const use = readPhoto(gathering, folder, found, { ...BARE, file, span: file.span });
  if (use === null) return null;
  const key = shown === HOUSE_FILE ? use.file : `${ABOVE}/${use.file}`;
  const image = found.get(use.file)!;
  photos.set(key, image === null ? null : { ...image, key });
  return { ...use, file: key };
}

const BARE = {
  caption: null,
  captionOn: null,
  credit: null,
  alt: null,
  columns: null,
  lines: null,
  place: null,
  wrap: null,
  focus: { x: 0.5, y: 0.5 },
  lowResolution: null,
} as const;
