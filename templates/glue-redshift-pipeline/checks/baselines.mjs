// The templates that some pipelines get, committed, so that a change of the skeleton shows what it
// changes for those who use it.
//
//   npm run baselines    writes them
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { stringify } from 'yaml';

export const FOLDER = fileURLToPath(new URL('baselines', import.meta.url));

const examples = ['covid-hiring', 'nyc-taxi'];
process.env.PIPELINE_FILES = examples
  .map(name =>
    fileURLToPath(new URL(`../examples/${name}.yaml`, import.meta.url)),
  )
  .join(',');
const { intoCluster, intoShared, largest, onDuckDb, pipelines, synthesize } =
  await import('../skeleton/test/example');
const { parseEnvironments } = await import('../skeleton/lib/environments');

const PIPELINES = {
  ...Object.fromEntries(
    Object.entries(pipelines)
      .filter(([name]) => name.endsWith('.yaml'))
      .map(([, input], index) => [examples[index], input]),
  ),
  'every-part': largest,
  duckdb: onDuckDb,
  'shared-warehouse': intoShared,
  cluster: intoCluster,
};

/** One that differs in all that environments can. */
const { staging } = parseEnvironments({
  staging: {
    account: '123456789012',
    region: 'eu-west-1',
    prefix: 'staging-',
    data: 'retain',
    encryption: 'kms',
    starts: false,
  },
});

/** What the content of files makes of names: it says nothing of a template. */
const withoutHashes = text =>
  text
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replaceAll(/scripts\/[0-9a-f]{12}\//g, 'scripts/<version>/');

/** The templates by the names of their files. */
export function templates() {
  const apps = Object.entries(PIPELINES).map(([name, input]) => [
    name,
    synthesize(input),
  ]);
  apps.push(['environment', synthesize(largest, {}, staging)]);
  return Object.fromEntries(
    apps.flatMap(([name, { assembly }]) =>
      assembly.stacks.map(({ stackName, template }) => [
        `${name}.${stackName.split('-').at(-1)}.yaml`,
        withoutHashes(
          stringify(template, { lineWidth: 0, aliasDuplicateObjects: false }),
        ),
      ]),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const [file, text] of Object.entries(templates())) {
    writeFileSync(join(FOLDER, file), text);
  }
  console.log(
    `Wrote ${readdirSync(FOLDER).length} templates: look at the difference`,
  );
}
