// Packs what goes to the registry and looks at the archives: their files, whether every entry resolves
// (publint), and whether TypeScript finds its types (Are The Types Wrong). The packages must be built.
import {
  createPackageFromTarballData,
  checkPackage,
} from '@arethetypeswrong/core';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packPackages } from './lib/packPackages.mjs';

const ALWAYS = ['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json'];
const STRANGE =
  /^src\/|(^|\/)(node_modules|__fixtures__|__testUtils__|\.\w+_cache|__pycache__)\/|\.test\./;
/** Of what is generated from, tests are a part. */
const GENERATED_FROM = /^assets\//;

function missingFiles({ manifest, paths }) {
  const wanted = [
    ...ALWAYS,
    (manifest.types ?? manifest.exports['.'].types).replace('./', ''),
    ...(manifest.configSchema ? [manifest.configSchema] : []),
  ];
  return [
    ...wanted
      .filter(path => !paths.includes(path))
      .map(path => `lacks ${path}`),
    ...paths
      .filter(path => !GENERATED_FROM.test(path) && STRANGE.test(path))
      .map(path => `should not carry ${path}`),
  ];
}

/**
 * How Backstage's own tools build packages, on which its apps rely: ES modules in `.esm.js` for
 * bundlers, CommonJS with a default export for back ends, and the condition `backstage` and the
 * types last among those of an entry.
 */
const AS_BACKSTAGE_BUILDS = {
  publint: [
    'CJS_WITH_ESMODULE_DEFAULT_EXPORT',
    'EXPORTS_TYPES_SHOULD_BE_FIRST',
    'EXPORTS_TYPES_INVALID_FORMAT',
    'FILE_INVALID_FORMAT',
    'HAS_ESM_MAIN_BUT_NO_EXPORTS',
    'HAS_MODULE_BUT_NO_EXPORTS',
    'TYPES_NOT_EXPORTED',
  ],
  types: [
    'CJSOnlyExportsDefault',
    'FallbackCondition',
    'UnexpectedModuleSyntax',
  ],
};

const isExpected = ({ code, path }) =>
  AS_BACKSTAGE_BUILDS.publint.includes(code) ||
  (code === 'EXPORTS_VALUE_INVALID' && path.at(-1) === 'backstage');

async function wrongEntries({ manifest, archive }) {
  const { buffer } = new Uint8Array(await readFile(archive));
  const { messages } = await publint({
    pack: { tarball: buffer },
    level: 'warning',
  });
  return messages
    .filter(message => !isExpected(message))
    .map(
      message =>
        `${message.code}: ${formatMessage(message, manifest, { color: false })}`,
    );
}

async function wrongTypes({ manifest, archive }) {
  const { types, problems = [] } = await checkPackage(
    createPackageFromTarballData(new Uint8Array(await readFile(archive))),
  );
  // The front end is bundled, and never loaded by Node.
  const ofNode =
    manifest.backstage?.role === 'frontend-plugin' ? /^node/ : /^node10$/;
  return types
    ? problems
        .filter(
          ({ kind, resolutionKind = '' }) =>
            !AS_BACKSTAGE_BUILDS.types.includes(kind) &&
            !ofNode.test(resolutionKind),
        )
        .map(problem => `types: ${JSON.stringify(problem)}`)
    : ['has no types'];
}

const folder = await mkdtemp(join(tmpdir(), 'packages-'));
try {
  const packages = await packPackages(folder);
  for (const each of packages) {
    const problems = [
      ...missingFiles(each),
      ...(await wrongEntries(each)),
      ...(await wrongTypes(each)),
    ];
    for (const problem of problems) {
      console.error(`${each.name}: ${problem}`);
      process.exitCode = 1;
    }
  }
  const versions = new Set(packages.map(({ manifest }) => manifest.version));
  if (versions.size > 1) {
    console.error(
      `The packages have several versions: ${[...versions].join(', ')}`,
    );
    process.exitCode = 1;
  }
  console.log(`${packages.length} packages packed`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
