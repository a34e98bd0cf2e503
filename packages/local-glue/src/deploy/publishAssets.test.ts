import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketStore } from '../buckets/BucketStore';
import { FileAsset } from './CloudAssembly';
import { DeployEvent } from './events';
import { publishAssets } from './publishAssets';

const pseudo = { 'AWS::AccountId': '000000000000', 'AWS::Region': 'us-east-1' };

describe('publishAssets', () => {
  let folder: string;
  let buckets: BucketStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assets-'));
    buckets = new BucketStore(join(folder, 'data'));
    writeFileSync(join(folder, 'job.py'), 'print(1)');
    mkdirSync(join(folder, 'library', 'inner'), { recursive: true });
    writeFileSync(join(folder, 'library', 'b.txt'), 'b');
    writeFileSync(join(folder, 'library', 'inner', 'a.txt'), 'a');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const asset = (
    name: string,
    packaging: FileAsset['packaging'],
    objectKey: string,
  ): FileAsset => ({
    path: join(folder, name),
    packaging,
    destinations: [
      {
        // eslint-disable-next-line no-template-curly-in-string -- as in asset manifests
        bucketName: 'cdk-assets-${AWS::AccountId}-${AWS::Region}',
        objectKey,
      },
    ],
  });
  const publish = async (...assets: FileAsset[]) => {
    const events: DeployEvent[] = [];
    await publishAssets(assets, pseudo, buckets, e => events.push(e));
    return events;
  };
  const bucket = 'cdk-assets-000000000000-us-east-1';
  const content = (key: string) => readFileSync(buckets.path(bucket, key));

  it('puts files under their keys, once', async () => {
    const location = `s3://${bucket}/hash.py`;
    const file = asset('job.py', 'file', 'hash.py');
    expect(await publish(file)).toEqual([
      { type: 'asset', location, action: 'published' },
    ]);
    expect(content('hash.py').toString()).toBe('print(1)');
    expect(await publish(file)).toEqual([
      { type: 'asset', location, action: 'present' },
    ]);
  });

  it('packs folders, the same bytes for the same files', async () => {
    await publish(
      asset('library', 'zip', 'one.zip'),
      asset('library', 'zip', 'two.zip'),
    );
    const archive = content('one.zip');
    expect(archive.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    const names = archive.toString('latin1');
    expect(names).toContain('b.txt');
    expect(names).toContain('inner/a.txt');
    expect(content('two.zip').equals(archive)).toBe(true);
  });
});
