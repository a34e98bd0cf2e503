// Every file of the skeleton is run or read by a test of its own, or stands below with what tries it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../skeleton', import.meta.url));

const GENERATED =
  'a repository is generated and read in generateRepository.test.ts of the scaffolder module';
const HELD = 'generate.test.ts of packages/pipeline holds it to the language';
const REPOSITORY =
  'the check "repository" runs it in a generated repository by npm';

/** What no test of the skeleton runs, and what does. */
const ELSEWHERE = {
  '.devcontainer/devcontainer.json':
    'for editors only: nothing here can start a container; prettier reads it',
  '.editorconfig': 'for editors only',
  '.github/workflows/ci.yaml': GENERATED,
  '.gitignore': 'publishLocal.test.ts of the scaffolder module commits by it',
  '.gitlab-ci.yml': GENERATED,
  '.prettierignore': REPOSITORY,
  'AGENTS.md': GENERATED,
  'README.md.njk': GENERATED,
  'bin/app.ts': GENERATED,
  'cdk.json': GENERATED,
  'docs/deploying.md.njk': GENERATED,
  'docs/index.md.njk': GENERATED,
  'docs/operating.md.njk': GENERATED,
  'docs/what-it-does.md.njk': GENERATED,
  'environments.yaml.njk': GENERATED,
  'lib/language.d.mts': HELD,
  'mkdocs.yml.njk': GENERATED,
  'package-lock.json': REPOSITORY,
  'package.json': REPOSITORY,
  'pipeline.schema.json': HELD,
  'renovate.json': 'Renovate alone reads it; prettier does, too',
  'tsconfig.json': 'the check "skeleton types"',
};

const read = file => readFileSync(join(root, file), 'utf8');

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => relative(root, join(entry.parentPath, entry.name)))
  .filter(
    file =>
      !/(^|\/)(node_modules|cdk\.out|__pycache__|\.\w+_cache)\//.test(file),
  );

/** The file that a module names, from where it stands. */
function fileOf(from, name) {
  const path = resolve(root, dirname(from), name);
  const found = [path, `${path}.ts`].find(
    candidate => /\.\w+$/.test(candidate) && existsSync(candidate),
  );
  return found && relative(root, found);
}

/** What a file uses: what it imports, the scripts that it starts, and the functions that it tests. */
function usedBy(file) {
  const text = read(file);
  const names = pattern => [...text.matchAll(pattern)].map(([, name]) => name);
  const imported = names(/(?:from|import\(?)\s*'(\.[^']+)'/g).map(name =>
    fileOf(file, name),
  );
  const started = file.startsWith('test/')
    ? [
        ...names(/(?:run\(|\[)'(\w+)'/g).map(name => `scripts/${name}.ts`),
        ...names(/'(bin\/\w+\.ts)'/g),
      ]
    : [];
  const functions = file.endsWith('.py')
    ? names(/^(?:import|from) (\w+)/gm).map(name => `lib/functions/${name}.py`)
    : [];
  return [...imported, ...started, ...functions].filter(
    used => used && files.includes(used),
  );
}

function reached() {
  const seen = new Set();
  const queue = files.filter(file => /^test\/.*[._]test\.(ts|py)$/.test(file));
  while (queue.length > 0) {
    const file = queue.pop();
    if (!seen.has(file)) {
      seen.add(file);
      queue.push(...usedBy(file));
    }
  }
  return seen;
}

it('every file of the skeleton is touched by a test, or listed with what tries it', () => {
  const seen = reached();
  const untouched = files.filter(file => !seen.has(file)).sort();
  assert.deepEqual(untouched, Object.keys(ELSEWHERE).sort());
});
