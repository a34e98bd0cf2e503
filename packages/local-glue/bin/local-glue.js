#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(
    `local-glue needs Node.js 22 or 24; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.\n`,
  );
  process.exit(2);
}

const sources = join(__dirname, '..', 'src', 'cli', 'index.ts');

let entry = join(__dirname, '..', 'dist', 'cli.cjs.js');
// Inside the repository the sources run as they are, so that what was built some time ago is not used.
if (existsSync(sources)) {
  require('@backstage/cli/config/nodeTransform.cjs');
  entry = sources;
}

require(entry)
  .runCli(process.argv)
  .then(code => {
    process.exitCode = code;
  });
