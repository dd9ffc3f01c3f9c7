// A bundle's file → its exports, from the code that V8 compiled of it before, where that is kept and fits.
'use strict';
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/** `keep`: whether to keep the compiled code when the process ends, if none that fits is kept yet. */
function loadBundle(file, keep) {
  // The build writes ASCII only, and V8 reads one byte a character faster than UTF-8.
  const source = readFileSync(file, 'latin1');
  const cacheFile = cacheFileOf(file);
  const script = new Script(source, { filename: file, ...cachedData(cacheFile) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  if (keep && script.cachedDataRejected !== false) process.once('exit', () => keepCode(script, cacheFile));
  return module.exports;
}

/** One for each Node: V8 refuses what another version compiled. */
function cacheFileOf(file) {
  return `${file}.${process.version}-${process.arch}.cache`;
}

function cachedData(cacheFile) {
  try {
    return { cachedData: readFileSync(cacheFile) };
  } catch {
    return {};
  }
}

/** Written aside and renamed. Where the folder may not be written, every start compiles anew, and that is all. */
function keepCode(script, cacheFile) {
  const aside = `${cacheFile}.${process.pid}`;
  try {
    writeFileSync(aside, script.createCachedData());
    renameSync(aside, cacheFile);
  } catch {
    rmSync(aside, { force: true });
  }
}

module.exports = { loadBundle };
