// A worker thread of `banmian batch` → the function that builds one issue, from the bundle.
'use strict';
const { join } = require('node:path');
const { loadBundle } = require('./load-bundle.js');

module.exports = loadBundle(join(__dirname, '..', 'dist', 'cli.cjs'), false).buildIssue;
