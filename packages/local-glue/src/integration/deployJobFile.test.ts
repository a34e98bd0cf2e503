import { Deployments, Resources } from './__testUtils__/Deployments';

jest.setTimeout(120_000);

const bucket: Resources = {
  Data: ['AWS::S3::Bucket', { BucketName: 'data' }],
};
const file = (version: string, key: string): Resources => ({
  ...bucket,
  Copy: [
    'Custom::JobFile',
    {
      ServiceToken: 'arn:aws:lambda:us-east-1:000000000000:function:copier',
      From: 'assets',
      FromKey: key,
      Bucket: { Ref: 'Data' },
      Key: `scripts/${version}/load.py`,
    },
  ],
});

describe('a file of the jobs of an app', () => {
  let deployments: Deployments;
  beforeEach(async () => {
    deployments = await Deployments.start();
    const { buckets } = deployments.server.context;
    buckets.create('assets');
    await buckets.put('assets', 'aa.py', 'load 1');
    await buckets.put('assets', 'bb.py', 'load 2');
  });
  afterEach(async () => {
    await deployments.stop();
  });

  const deploy = (resources: Resources) =>
    deployments.deploy(deployments.stack(resources));
  const keys = () => [...deployments.server.context.buckets.keys('data')];

  it('comes under its name, and a version goes when another one has come', async () => {
    const first = await deploy(file('1', 'aa.py'));
    expect(first.message).toBe('no failure');
    expect(first.leftOut).toEqual([]);
    expect(keys()).toEqual(['scripts/1/load.py']);

    const again = await deploy(file('1', 'aa.py'));
    expect(again.changes).toEqual([{ unchanged: 2 }]);

    const second = await deploy(file('2', 'bb.py'));
    expect(second.message).toBe('no failure');
    expect(keys()).toEqual(['scripts/2/load.py']);
  });

  it('stays as it was when another version cannot be had', async () => {
    await deploy(file('1', 'aa.py'));
    const { message } = await deploy(file('2', 'no.py'));
    expect(message).toMatch(
      /There is no object s3:\/\/assets\/no\.py to be s3:\/\/data\/scripts\/2\/load\.py/,
    );
    expect(keys()).toEqual(['scripts/1/load.py']);
  });

  it('comes again when somebody has deleted it, and goes with its stack', async () => {
    const resources = file('1', 'aa.py');
    await deploy(resources);
    const { buckets } = deployments.server.context;
    await buckets.delete('data', 'scripts/1/load.py');
    const { told } = await deploy(resources);
    expect(told).toContain('made-again Copy');
    expect(keys()).toEqual(['scripts/1/load.py']);

    const folder = deployments.stack(resources);
    expect((await deployments.destroy(folder)).message).toBe('no failure');
    expect(buckets.exists('data')).toBe(false);
    expect((await deployments.destroy(folder)).message).toBe('no failure');
  });
});
