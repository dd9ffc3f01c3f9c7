#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { isMainThread, Worker, workerData } = require('node:worker_threads');
const { loadBundle } = require('./load-bundle.js');
const { mayOverflow } = require('./may-overflow.js');

const argv = process.argv.slice(2);
// A build runs nearly all code there is, so its compiled code serves every command.
const keep = argv.includes('build');
const bundle = () => loadBundle(join(__dirname, '..', 'dist', 'cli.cjs'), keep);

if (!isMainThread) bundle().main(argv, workerData);
else if (mayOverflow(argv)) runAside();
else bundle().main(argv, { live: process.stderr.isTTY === true });

/** A thread that runs out of memory ends alone, where a process is aborted: exit code 3, and a word about it. */
function runAside() {
  let overflow = false;
  const megabytes = Math.floor(require('node:v8').getHeapStatistics().heap_size_limit / 2 ** 20);
  const thread = new Worker(__filename, {
    argv,
    workerData: { live: process.stderr.isTTY === true },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') process.exitCode = 3;
  });
  thread.on('error', (error) => {
    overflow = true;
    bundle().fail(argv, error);
  });
  thread.on('exit', (code) => {
    if (!overflow) process.exitCode ??= code;
  });
}
