#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { loadBundle } = require('./load-bundle.js');

const argv = process.argv.slice(2);
// A build runs nearly all code there is, so its compiled code serves every command.
const keep = argv.includes('build');
loadBundle(join(__dirname, '..', 'dist', 'cli.cjs'), keep).main(argv);
