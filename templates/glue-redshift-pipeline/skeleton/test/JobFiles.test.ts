import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  largest,
  pipelines,
  propertiesOf,
  smallest,
  synthesize,
} from './example';

/** A file's location without its bucket: `/scripts/<version>/load.py`. */
const keyOf = (location: any): string => location['Fn::Join'][1].at(-1);

for (const [name, input] of Object.entries(pipelines)) {
  describe(`the files of the jobs of ${name}`, () => {
    const { pipeline, workflow } = synthesize(input);
    const { template } = workflow;
    const resources = Object.entries<any>(template.toJSON().Resources);
    const copies = resources.filter(
      ([, { Type }]) => Type === 'Custom::JobFile',
    );
    const locations = copies.map(([, { Properties }]) => Properties.Key);
    const jobs = resources.filter(([, { Type }]) => Type === 'AWS::Glue::Job');
    const scripts = jobs.map(([, { Properties }]) =>
      Properties.Name.slice(pipeline.name.length + 1).replace('-', '_'),
    );
    const hasFunctions = pipeline.transform.some(
      ({ kind }) => kind === 'script',
    );

    it('are all that the jobs name, in the bucket of the pipeline and by their names', () => {
      for (const location of locations) {
        assert.match(location, /^scripts\/[0-9a-f]{12}\/[^/]+$/);
      }
      assert.deepEqual(
        locations.map(location => location.split('/').at(-1)).sort(),
        [
          ...scripts.map((script: string) => `${script}.py`),
          ...(hasFunctions ? ['scripts.zip'] : []),
          'modules.zip',
          'pipeline.json',
        ].sort(),
      );
      const [[, { Properties: copy }]] = copies as [[string, any]];
      for (const [index, [, { Properties }]] of jobs.entries()) {
        const { Command, DefaultArguments } = Properties;
        const [start, bucket] = Command.ScriptLocation['Fn::Join'][1];
        assert.deepEqual([start, bucket], ['s3://', copy.Bucket]);
        for (const [location, file] of [
          [Command.ScriptLocation, `${scripts[index]}.py`],
          [DefaultArguments['--PIPELINE_URI'], 'pipeline.json'],
        ]) {
          const key = keyOf(location).slice(1);
          assert.ok(locations.includes(key), key);
          assert.equal(key.split('/').at(-1), file);
        }
      }
    });

    it('are there before a job is', () => {
      for (const [, { DependsOn = [] }] of jobs) {
        for (const [id] of copies) {
          assert.ok(DependsOn.includes(id), `${id} in ${DependsOn.join()}`);
        }
      }
    });

    it('are all that any role may read of the bucket that apps share, and only one role', () => {
      const statements = propertiesOf(template, 'AWS::IAM::Policy').flatMap(
        ({ Roles, PolicyName, PolicyDocument }) =>
          PolicyDocument.Statement.map((statement: any) => ({
            ...statement,
            role: Roles?.[0].Ref ?? PolicyName,
          })),
      );
      const onAssets = statements.filter(({ Resource }) =>
        JSON.stringify(Resource).includes('-assets-'),
      );
      assert.equal(onAssets.length, 1);
      const [{ role, Action, Resource }] = onAssets as [any];
      assert.match(role, /^JobsFilesCopierRole/);
      assert.equal(Action, 's3:GetObject');
      assert.deepEqual(
        [Resource].flat().map(resource => keyOf(resource).split('/').at(-1)),
        copies.map(([, { Properties }]) => Properties.FromKey),
      );
      const [key, ...others] = statements.filter(
        ({ Action: action }) => action === 'kms:Decrypt',
      ) as any[];
      assert.deepEqual(others, []);
      assert.equal(key.role, role);
      assert.deepEqual(Object.keys(key.Condition.StringEquals).sort(), [
        'kms:EncryptionContext:aws:s3:arn',
        'kms:ViaService',
      ]);
    });

    it('are written by no job', () => {
      const writers = propertiesOf(template, 'AWS::IAM::Policy')
        .filter(({ PolicyDocument }) =>
          PolicyDocument.Statement.some(
            ({ Action, Resource }: any) =>
              [Action].flat().includes('s3:PutObject') &&
              JSON.stringify(Resource).includes('/scripts/'),
          ),
        )
        .map(({ Roles }) => Roles[0].Ref);
      assert.equal(writers.length, 1);
      assert.match(writers[0], /^JobsFilesCopierRole/);
    });
  });
}

describe('the files of the jobs', () => {
  const argumentsOf = (input: unknown, step: string) => {
    const { pipeline, workflow } = synthesize(input);
    return propertiesOf(workflow.template, 'AWS::Glue::Job').find(
      ({ Name }) => Name === `${pipeline.name}-${step}`,
    )!.DefaultArguments;
  };
  const archives = (input: unknown, step: string) =>
    JSON.stringify(argumentsOf(input, step)['--extra-py-files']).match(
      /\w+\.zip/g,
    );

  it('are archives for what keeps its folders; functions of steps are for transform alone', () => {
    assert.deepEqual(archives(largest, 'transform'), [
      'modules.zip',
      'scripts.zip',
    ]);
    assert.deepEqual(archives(largest, 'load'), ['modules.zip']);
    assert.deepEqual(archives(smallest, 'transform'), ['modules.zip']);
  });

  it('has prepare fetch its modules, since it takes none but wheels', () => {
    const told = argumentsOf(largest, 'prepare');
    assert.match(keyOf(told['--MODULES_URI']), /\/modules\.zip$/);
    assert.equal(told['--extra-py-files'], undefined);
  });

  const copyOf = (input: unknown, file: string) => {
    const { pipeline, assembly, workflow } = synthesize(input);
    const { template } = workflow;
    const copy = propertiesOf(template, 'Custom::JobFile').find(({ Key }) =>
      Key.endsWith(`/${file}`),
    )!;
    return { pipeline, assembly, copy };
  };

  it('carry the pipeline as JSON, defaults filled in', () => {
    const { pipeline, assembly, copy } = copyOf(smallest, 'pipeline.json');
    const file = join(assembly.directory, `asset.${copy.FromKey}`);
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), pipeline);
  });

  it('have another version only where they change', () => {
    const changed = { ...smallest, output: { whenEmpty: 'load' } };
    const keyIn = (input: unknown, file: string) =>
      copyOf(input, file).copy.Key;
    for (const [file, isSame] of [
      ['pipeline.json', false],
      ['transform.py', true],
    ] as const) {
      assert.equal(keyIn(smallest, file) === keyIn(changed, file), isSame);
    }
  });
});
