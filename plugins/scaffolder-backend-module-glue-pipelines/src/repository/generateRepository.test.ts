import { createMockDirectory } from '@backstage/backend-test-utils';
import { dataContract, parsePipeline } from '@glue-pipelines/pipeline';
import fs from 'fs-extra';
import { parse } from 'yaml';
import { examplePipeline } from '../__testUtils__/examplePipeline';
import { copyAssets, findAssets } from './assets';
import { generateRepository } from './generateRepository';

// The app is really synthesized, which takes seconds on a busy machine.
jest.setTimeout(120_000);

const TARGET = { region: 'eu-west-1', accountId: '123456789012' };

/** As much as a description may hold of what YAML, shells and the CDK give a meaning. */
const DESCRIPTION = `It's "new": $(ls) \`id\` & <b> # {a: b} | %{x}`;

const pipeline = {
  ...examplePipeline('covid-hiring'),
  description: DESCRIPTION,
};

describe('generateRepository', () => {
  const directory = createMockDirectory();
  let log: string[];

  beforeEach(() => {
    directory.clear();
    log = [];
  });

  const options = (overrides = {}) => ({
    pipeline,
    directory: directory.resolve('repository'),
    ...TARGET,
    log: (message: string) => log.push(message),
    ...overrides,
  });

  it('writes a repository that synthesizes without a finding', async () => {
    const { cdkOut } = await generateRepository(
      options({ portalUrl: 'https://portal.example.com' }),
    );

    const files = (await fs.readdir(directory.resolve('repository'))).sort();
    expect(files).toEqual(
      expect.arrayContaining([
        '.gitignore',
        'bin',
        'catalog-info.yaml',
        'cdk.json',
        'cdk.out',
        'jobs',
        'lib',
        'package.json',
        'AGENTS.md',
        'docs',
        'environments.yaml',
        'mkdocs.yml',
        'pipeline.schema.json',
        'pipeline.yaml',
      ]),
    );
    for (const file of ['package.json', 'package-lock.json']) {
      expect(
        await fs.readJson(directory.resolve(`repository/${file}`)),
      ).toMatchObject({ name: 'covid-hiring' });
    }
    expect(files).not.toContain('node_modules');
    expect(files.filter(file => file.endsWith('.njk'))).toEqual([]);
    expect(
      await fs.pathExists(directory.resolve('repository/jobs/transform.py')),
    ).toBe(true);
    expect(
      await fs.pathExists(
        directory.resolve('repository/jobs/tests/test_transform.py'),
      ),
    ).toBe(true);

    const read = async (file: string) =>
      parse(await fs.readFile(directory.resolve(`repository/${file}`), 'utf8'));
    expect(parsePipeline(await read('pipeline.yaml'))).toEqual(pipeline);
    expect((await read('catalog-info.yaml')).metadata.description).toBe(
      DESCRIPTION,
    );

    expect((await read('cdk.json')).context).toEqual({
      portalUrl: 'https://portal.example.com',
    });

    expect(cdkOut).toBe(directory.resolve('repository/cdk.out'));
    const template = await fs.readJson(
      `${cdkOut}/covid-hiring-workflow.template.json`,
    );
    const types = Object.values<{ Type: string }>(template.Resources).map(
      ({ Type }) => Type,
    );
    const count = (type: string) =>
      types.filter(candidate => candidate === type).length;
    expect({
      workflows: count('AWS::Glue::Workflow'),
      jobs: count('AWS::Glue::Job'),
      crawlers: count('AWS::Glue::Crawler'),
      triggers: count('AWS::Glue::Trigger'),
    }).toEqual({ workflows: 1, jobs: 3, crawlers: 2, triggers: 5 });
    expect(log.at(-1)).toMatch(
      /^Synthesized covid-hiring-warehouse, covid-hiring-workflow in .* s without a finding$/,
    );
  });

  it.each([
    ['github', '.github/workflows/ci.yaml', '.gitlab-ci.yml'],
    ['gitlab', '.gitlab-ci.yml', '.github'],
  ] as const)(
    'has the CI of %s, byte for byte, and no other',
    async (host, file, other) => {
      await generateRepository(
        options({
          host,
          synthesize: false,
          repoUrl: 'example.com?owner=acme&repo=covid',
        }),
      );
      const repository = directory.resolve('repository');
      const [written, original] = await Promise.all(
        [repository, findAssets().skeletonDir].map(folder =>
          fs.readFile(`${folder}/${file}`),
        ),
      );
      expect(written.equals(original)).toBe(true);
      const jobs = parse(written.toString());
      expect(Object.keys(jobs.jobs ?? jobs)).toEqual(
        expect.arrayContaining(['test', 'review', 'staging', 'deploy']),
      );
      for (const [, action] of written.toString().matchAll(/uses: (\S+)/g)) {
        expect(action).toMatch(/@[0-9a-f]{40}$/);
      }
      expect(await fs.pathExists(`${repository}/${other}`)).toBe(false);
      expect(await fs.readFile(`${repository}/CODEOWNERS`, 'utf8')).toBe(
        '* @acme/data-engineering\n',
      );
    },
  );

  it('names the rule and the construct of a finding, and leaves nothing behind', async () => {
    const skeletonDir = directory.resolve('skeleton');
    await copyAssets(findAssets().skeletonDir, skeletonDir);
    const app = `${skeletonDir}/bin/app.ts`;
    await fs.writeFile(
      app,
      (await fs.readFile(app, 'utf8')).replace(
        'app.synth()',
        `new Bucket(new Stack(app, 'careless'), 'Open');\napp.synth()`,
      ),
    );
    await fs.writeFile(
      app,
      `import { Stack } from 'aws-cdk-lib';\nimport { Bucket } from 'aws-cdk-lib/aws-s3';\n${await fs.readFile(
        app,
        'utf8',
      )}`,
    );

    await expect(generateRepository(options({ skeletonDir }))).rejects.toThrow(
      /AwsSolutions-S10.* at careless\/Open/,
    );
    expect(await fs.pathExists(directory.resolve('repository'))).toBe(false);
  });

  it('shows the message of an app that fails, and leaves nothing behind', async () => {
    directory.addContent({ workspace: {} });
    await expect(
      generateRepository(
        options({
          directory: directory.resolve('workspace'),
          pipeline: { ...pipeline, name: 'NOT VALID' },
        }),
      ),
    ).rejects.toThrow(
      /does not synthesize[^]*name: "NOT VALID" is not valid: use 3 to 40/,
    );
    expect(await fs.readdir(directory.resolve('workspace'))).toEqual([]);
  });

  it.each([
    ['github', ['.github'], ['.gitlab-ci.yml']],
    ['gitlab', ['.gitlab-ci.yml'], ['.github']],
    ['local', ['.github'], ['.gitlab-ci.yml']],
  ] as const)('has the CI of %s only', async (host, present, absent) => {
    await generateRepository(options({ host, synthesize: false }));
    const files = await fs.readdir(directory.resolve('repository'));
    expect(files).toEqual(expect.arrayContaining([...present]));
    for (const name of absent) {
      expect(files).not.toContain(name);
    }
    const [ci] = present;
    const file = ci === '.github' ? '.github/workflows/ci.yaml' : ci;
    expect(
      await fs.readFile(directory.resolve(`repository/${file}`), 'utf8'),
    ).toBe(await fs.readFile(`${findAssets().skeletonDir}/${file}`, 'utf8'));
  });

  it.each([
    [undefined, ['covid_cases.jsonl', 'hiring.jsonl']],
    ['none', undefined],
  ] as const)('has the sample %s', async (sample, files) => {
    await generateRepository(options({ sample, synthesize: false }));
    const folder = directory.resolve('repository/sample');
    expect(
      (await fs.pathExists(folder)) ? await fs.readdir(folder) : undefined,
    ).toEqual(files);
  });

  it('has the data contract of its table', async () => {
    await generateRepository(options({ synthesize: false }));
    const text = await fs.readFile(
      directory.resolve('repository/data-contract.yaml'),
      'utf8',
    );
    expect(parse(text)).toEqual(dataContract(pipeline));
  });

  it('brings the functions of steps, ready to run, with their tests', async () => {
    const step = {
      kind: 'script',
      function: 'clean',
      columns: [{ name: 'id', type: 'bigint' }],
    };
    await generateRepository(
      options({
        pipeline: parsePipeline({
          ...pipeline,
          transform: [...pipeline.transform, step],
          warehouse: { table: 'cleaned' },
          output: {},
        }),
        synthesize: false,
      }),
    );
    const read = (file: string) =>
      fs.readFile(directory.resolve(`repository/jobs/${file}`), 'utf8');
    expect(await read('scripts/clean.py')).toContain(
      'def clean(rows: DataFrame) -> DataFrame:',
    );
    expect(await read('tests/scripts/test_clean.py')).toContain(
      'from scripts.clean import COLUMNS, clean',
    );
  });

  it('ends at once when it is cancelled', async () => {
    const controller = new AbortController();
    const generated = generateRepository(
      options({ signal: controller.signal }),
    );
    setTimeout(() => controller.abort(), 500);
    await expect(generated).rejects.toThrow('aborted');
    expect(await fs.pathExists(directory.resolve('repository'))).toBe(false);
  });

  it('does not touch a folder with content', async () => {
    directory.addContent({ 'repository/mine.txt': 'mine' });
    await expect(generateRepository(options())).rejects.toThrow('is not empty');
    expect(directory.content()).toEqual({ repository: { 'mine.txt': 'mine' } });
  });
});
