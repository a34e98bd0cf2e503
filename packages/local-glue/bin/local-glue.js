#!/usr/bin/env node
'use strict';

// Until the version is checked, nothing that an old Node does not have: `node:` modules came with 14.18.
const { existsSync } = require('fs');
const { join } = require('path');

const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(
    `local-glue needs Node.js 22 or later (22 and 24 are tested); this is ${process.versions.node}, ${process.execPath}. Install a newer one from https://nodejs.org, or run it with one from npm: npx --package=node@24 --package=@glue-pipelines/local-glue -- local-glue\n`,
  );
  // As for a wrong command line: `exitCodes.usage`, which cannot be read yet.
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
