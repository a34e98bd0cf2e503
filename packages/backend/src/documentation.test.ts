import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isMap, isScalar, Node, parseAllDocuments } from 'yaml';

const root = resolve(__dirname, '../../..');

/** Every page of the documentation, by its path. */
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'benchmarks/README.md',
  ...['docs', 'docs/contributing'].flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name)),
  ),
  ...['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(path => /^[^/]+\/README\.md$/.test(path))
      .map(path => join(folder, path)),
  ),
].map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The fenced blocks of a language, each with its page. */
function blocksOf(language: string) {
  return PAGES.flatMap(({ path, text }) =>
    [
      ...text.matchAll(
        new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'),
      ),
    ].map(([, content]) => ({ path, content })),
  );
}

const scriptsOf = (folder: string): string[] =>
  Object.keys(
    JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      .scripts ?? {},
  );

const folderOf = (packageName: string) =>
  ['packages', 'plugins']
    .flatMap(group =>
      readdirSync(join(root, group)).map(name => join(group, name)),
    )
    .find(
      folder =>
        JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
          .name === packageName,
    );

/** Why a command of this repository is none; nothing where it is, or where it is of something else. */
function problemOfCommand(command: string): string | undefined {
  const [, script] = /^npm (?:run (?:-s )?)?([\w:-]+)/.exec(command) ?? [];
  if (script && !['install', 'ci', 'init'].includes(script)) {
    return scriptsOf('.').includes(script) ? undefined : `no script ${script}`;
  }
  const [, workspace, own] =
    /^yarn workspace (\S+) ([\w:-]+)/.exec(command) ?? [];
  if (workspace) {
    const folder = folderOf(workspace);
    return folder && scriptsOf(folder).includes(own)
      ? undefined
      : `no script ${own} of ${workspace}`;
  }
  return undefined;
}

/** Sections of app-config that are ours whole. */
const OURS = [
  'gluePipelines',
  'catalog.providers.gluePipelines',
  'search.collators.gluePipelines',
];

/** The keys of a configuration with dots between, those of lists as `key[].inner`. */
function keysOf(node: Node | null | undefined, path = ''): string[] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      const own = path ? `${path}.${name}` : name;
      return [own, ...keysOf(value as Node, own)];
    });
  }
  return node && 'items' in node
    ? (node.items as Node[]).flatMap(item => keysOf(item, `${path}[]`))
    : [];
}

describe('the documentation', () => {
  it('is what the code makes of it', () => {
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'scripts/generate-docs.ts'), '--check'],
      { encoding: 'utf8', cwd: root },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  }, 60_000);

  it('names commands that there are', () => {
    const commands = blocksOf('sh').flatMap(({ path, content }) =>
      content
        .split('\n')
        .filter(line => /^(npm|yarn) /.test(line))
        .map(command => ({ path, command })),
    );
    expect(commands.length).toBeGreaterThan(20);
    expect(
      commands.flatMap(({ path, command }) => {
        const problem = problemOfCommand(command);
        return problem ? [`${path}: ${problem}`] : [];
      }),
    ).toEqual([]);
  });

  it('configures what the packages read', () => {
    const reference = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
    const known = [...reference.matchAll(/^\| `([^`]+)`/gm)].map(
      ([, key]) => key,
    );
    const durations = known.filter(key =>
      new RegExp(
        `^\\| \`${key.replace(/[.[\]]/g, '\\$&')}\` +\\| duration`,
        'm',
      ).test(reference),
    );
    const found = blocksOf('yaml').flatMap(({ path, content }) =>
      parseAllDocuments(content).flatMap(document =>
        keysOf((document as { contents: Node | null }).contents)
          .filter(key =>
            OURS.some(
              section => key === section || key.startsWith(`${section}.`),
            ),
          )
          .map(key => ({ path, key })),
      ),
    );
    expect(found.length).toBeGreaterThan(20);
    expect(
      found
        .filter(
          ({ key }) =>
            !known.some(
              each =>
                each === key ||
                each.startsWith(`${key}[]`) ||
                each.startsWith(`${key}.`),
            ) &&
            !durations.some(duration => key.startsWith(`${duration}.`)) &&
            !key.includes('.schedule.'),
        )
        .map(({ path, key }) => `${path}: ${key}`),
    ).toEqual([]);
  });

  it('leads to pages that there are', () => {
    const broken = PAGES.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => resolve(root, path, '..', target))
        .filter(target => !existsSync(target))
        .map(target => `${path}: ${relative(root, target)}`),
    );
    expect(broken).toEqual([]);
  });
});
