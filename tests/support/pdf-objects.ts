/** The bytes of a PDF → its objects as qpdf reads them, streams by their dictionaries. */

import { run } from './pdf-tools.ts';

export interface Dictionary {
  readonly [key: string]: unknown;
}

/** By `12 0 R`. */
export function pdfObjects(bytes: Uint8Array): ReadonlyMap<string, Dictionary> {
  const { stdout } = run('qpdf', bytes, ['--json=2', '--json-key=qpdf', '{}']);
  const { qpdf } = JSON.parse(stdout) as {
    qpdf: [object, Record<string, { value?: Dictionary; stream?: { dict: Dictionary } }>];
  };
  return new Map(
    Object.entries(qpdf[1]).flatMap(([key, { value, stream }]) => {
      const found = stream?.dict ?? value;
      return typeof found === 'object' && found !== null ? [[key.replace('obj:', ''), found] as const] : [];
    }),
  );
}
