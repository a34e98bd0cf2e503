import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TestJobs } from './__testUtils__/TestJobs';
import { wheel } from './__testUtils__/wheel';
import {
  environmentForTests,
  environmentTimeout,
} from './__testUtils__/pythonEnvironment';

jest.setTimeout(180_000);

/** No registry is asked: pip finds the packages in a bucket. */
const offline = '--no-index';

describe('--additional-python-modules', () => {
  let jobs: TestJobs;
  const modules = join(environmentForTests, 'modules');
  let before: string[];

  beforeAll(async () => {
    before = existsSync(modules) ? readdirSync(modules) : [];
    jobs = new TestJobs();
    await jobs.ready();
    const python = join(environmentForTests, 'bin', 'python');
    for (const [name, version, requires] of [
      ['lg_shapes', '1.0', 'boto3'],
      ['lg_shapes', '2.0', ''],
      ['lg_colours', '1.0', 'lg_missing==7'],
    ]) {
      await jobs.buckets.put(
        'assets',
        `wheels/${name}-${version}-py3-none-any.whl`,
        await wheel(python, name, version, requires),
      );
    }
  }, environmentTimeout);

  afterAll(async () => {
    await jobs.dispose();
    for (const name of readdirSync(modules)) {
      if (before.includes(name)) continue;
      await rm(join(modules, name), { recursive: true, force: true });
    }
  });

  const shapes = (version: string) =>
    `s3://assets/wheels/lg_shapes-${version}-py3-none-any.whl`;
  const script =
    'import boto3, lg_shapes, pyspark; print(lg_shapes.__version__, pyspark.__version__)';

  async function run(jobArguments: Record<string, string>, code = script) {
    const execution = await jobs.job(code, {
      arguments: {
        '--python-modules-installer-option': offline,
        ...jobArguments,
      },
    });
    return { execution, outcome: await jobs.executor.start(execution).done };
  }

  it('are installed once for jobs that start at the same time, and for each set', async () => {
    const one = { '--additional-python-modules': shapes('1.0') };
    const both = await Promise.all([run(one), run(one)]);
    for (const { execution, outcome } of both) {
      expect(outcome.errorMessage).toBeUndefined();
      // What it requires was there already.
      expect(jobs.output(execution)).toBe('1.0 3.5.6\n');
    }
    const made = () =>
      readdirSync(modules).filter(name => !before.includes(name));
    expect(made()).toHaveLength(1);

    const [two, again] = await Promise.all([
      run({ '--additional-python-modules': shapes('2.0') }),
      run(one),
    ]);
    expect(jobs.output(two.execution)).toBe('2.0 3.5.6\n');
    expect(jobs.output(again.execution)).toBe('1.0 3.5.6\n');
    expect(made()).toHaveLength(2);

    const { outcome } = await run({});
    expect(outcome.errorMessage).toContain("No module named 'lg_shapes'");
  });

  it('may be a file of requirements', async () => {
    await jobs.buckets.put('assets', 'requirements.txt', 'boto3\nsix\n');
    const { outcome } = await run(
      {
        '--additional-python-modules': 's3://assets/requirements.txt',
        '--python-modules-installer-option': `${offline} -r`,
      },
      'import six',
    );
    expect(outcome).toMatchObject({ state: 'SUCCEEDED' });
  });

  it.each([
    [
      'lg_shapes==3',
      'lg_shapes==3 could not be installed: ERROR: No matching distribution found for lg_shapes==3',
    ],
    [
      's3://assets/wheels/lg_colours-1.0-py3-none-any.whl',
      'No matching distribution found for lg_missing==7',
    ],
    ['s3://assets/wheels/nothing.whl', 'wheels/nothing.whl does not exist'],
  ])('that cannot be had fail the run: %s', async (module, message) => {
    const { execution, outcome } = await run({
      '--additional-python-modules': module,
    });
    expect(outcome.state).toBe('FAILED');
    expect(outcome.errorMessage).toContain(message);
    expect(jobs.output(execution, 'stderr')).toContain(message);
    expect(
      readdirSync(modules).filter(name => /making|lock/.test(name)),
    ).toEqual([]);
  });

  it('can be stopped while they are installed', async () => {
    const execution = await jobs.job(script, {
      arguments: {
        '--additional-python-modules': 'lg_shapes==4',
        '--python-modules-installer-option': offline,
      },
    });
    const running = jobs.executor.start(execution);
    running.stop();
    await expect(running.done).resolves.toMatchObject({ state: 'STOPPED' });
  });
});
