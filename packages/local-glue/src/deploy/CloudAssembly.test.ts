import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCloudAssembly } from './CloudAssembly';

describe('readCloudAssembly', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (files: Record<string, unknown>) => {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(content));
    }
  };
  const stack = (
    name: string,
    dependencies: string[] = [],
    properties: object = {},
  ) => ({
    type: 'aws:cloudformation:stack',
    dependencies,
    properties: { templateFile: `${name}.template.json`, ...properties },
  });

  it('gives the stacks in the order of their dependencies, with their assets', () => {
    write({
      'manifest.json': {
        artifacts: {
          Tree: { type: 'cdk:tree' },
          Late: stack('Late', ['Early', 'Late.assets'], {
            stackName: 'late-stack',
            parameters: { A: '1' },
          }),
          'Late.assets': {
            type: 'cdk:asset-manifest',
            properties: { file: 'Late.assets.json' },
          },
          Early: stack('Early'),
        },
      },
      'Late.template.json': { Resources: { A: { Type: 'T' } } },
      'Early.template.json': {},
      'Late.assets.json': {
        files: {
          hash: {
            source: { path: 'asset.py', packaging: 'file' },
            destinations: {
              here: { bucketName: 'assets', objectKey: 'hash.py' },
            },
          },
        },
      },
      'asset.py': '',
    });
    expect(readCloudAssembly(folder)).toEqual([
      { name: 'Early', template: {}, parameters: {}, assets: [] },
      {
        name: 'late-stack',
        template: { Resources: { A: { Type: 'T' } } },
        parameters: { A: '1' },
        assets: [
          {
            path: join(folder, 'asset.py'),
            packaging: 'file',
            destinations: [{ bucketName: 'assets', objectKey: 'hash.py' }],
          },
        ],
      },
    ]);
  });

  it('goes into stages', () => {
    write({
      'manifest.json': {
        artifacts: {
          stage: {
            type: 'cdk:cloud-assembly',
            properties: { directoryName: 'assembly-stage' },
          },
        },
      },
      'assembly-stage/manifest.json': { artifacts: { Inner: stack('Inner') } },
      'assembly-stage/Inner.template.json': {},
    });
    expect(readCloudAssembly(folder).map(({ name }) => name)).toEqual([
      'Inner',
    ]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a folder that is something else', {}, 'run "cdk synth"'],
    [
      'an app without stacks',
      { 'manifest.json': { artifacts: {} } },
      'holds no stack',
    ],
    [
      'a missing template',
      { 'manifest.json': { artifacts: { A: stack('A') } } },
      'A.template.json cannot be read',
    ],
    [
      'a missing asset',
      {
        'manifest.json': {
          artifacts: {
            A: stack('A', ['A.assets']),
            'A.assets': {
              type: 'cdk:asset-manifest',
              properties: { file: 'A.assets.json' },
            },
          },
        },
        'A.template.json': {},
        'A.assets.json': {
          files: { h: { source: { path: 'gone.py' }, destinations: {} } },
        },
      },
      'gone.py is missing',
    ],
    [
      'container images',
      {
        'manifest.json': {
          artifacts: {
            A: stack('A', ['A.assets']),
            'A.assets': {
              type: 'cdk:asset-manifest',
              properties: { file: 'A.assets.json' },
            },
          },
        },
        'A.template.json': {},
        'A.assets.json': { dockerImages: { h: {} } },
      },
      'container images',
    ],
  ])('rejects %s', (_what, files, message) => {
    write(files);
    expect(() => readCloudAssembly(folder)).toThrow(message);
  });
});
