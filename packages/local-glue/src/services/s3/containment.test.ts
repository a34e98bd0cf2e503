import {
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { mebibyte, TestS3 } from './__testUtils__/TestS3';

/**
 * No request leads out of its bucket's folder. The requests are raw, as the
 * SDK would tidy up what an attacker writes.
 */
describe('S3 stays inside its buckets', () => {
  let s3: TestS3;
  let secret: string;

  beforeAll(async () => {
    s3 = await TestS3.start();
    secret = join(s3.dataDir, 'secret.txt');
    s3.store.create('other');
    await s3.store.put('other', 'object', 'of another bucket');
  });
  beforeEach(async () => {
    await s3.reset();
    await s3.store.put('data', 'mine', 'mine');
    writeFileSync(secret, 'hush');
  });
  afterEach(() => {
    const other = join(s3.store.root, 'other', 'object');
    const isUntouched =
      readFileSync(secret, 'utf8') === 'hush' &&
      readFileSync(other, 'utf8') === 'of another bucket' &&
      s3.temporaryFiles.length === 0;
    if (!isUntouched) throw new Error('The request has left its bucket');
  });
  afterAll(() => s3.close());

  const upload = async (): Promise<string> => {
    const { text } = await s3.raw('POST', '/data/copy?uploads');
    return /<UploadId>(.*?)</.exec(text)![1];
  };

  const xml = (root: string, content: string) =>
    `<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${root}>`;

  /** What can be asked of a path below `/data/`. */
  const requests: [
    string,
    (path: string) => Promise<{ status: number; text: string }>,
  ][] = [
    ['GetObject', path => s3.raw('GET', path)],
    ['HeadObject', path => s3.raw('HEAD', path)],
    ['PutObject', path => s3.raw('PUT', path, {}, 'overwritten')],
    ['DeleteObject', path => s3.raw('DELETE', path)],
    [
      'CopyObject to it',
      path => s3.raw('PUT', path, { 'x-amz-copy-source': 'data/mine' }),
    ],
    ['CreateMultipartUpload', path => s3.raw('POST', `${path}?uploads`)],
    [
      'UploadPart',
      path =>
        s3.raw(
          'PUT',
          `${path}?uploadId=${'0'.repeat(32)}&partNumber=1`,
          {},
          'x',
        ),
    ],
  ];

  /** Refused for what they are: no folder has such a name. */
  const hostile = [
    '../other/object',
    '..%2fother%2fobject',
    '%2e%2e/other/object',
    '%2E%2E%2Fother%2Fobject',
    '../../secret.txt',
    '..%2f..%2fsecret.txt',
    'a/../../../secret.txt',
    'a/%2e%2e/%2e%2e/%2e%2e/secret.txt',
    './mine',
    '%2e/mine',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'a//b',
    'a/..',
    '..',
    '.',
    'mine%00.txt',
    '%00',
    'a'.repeat(256),
    `${'a/'.repeat(600)}b`,
  ];

  describe.each(hostile.map(key => [key.slice(0, 40), key]))(
    'the key %s',
    (_name, key) => {
      it.each(requests)('%s', async (_, send) => {
        const { status } = await send(`/data/${key}`);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      });
    },
  );

  it.each([
    'other/..%2f..%2f..%2fsecret.txt',
    'other/../../secret.txt',
    '/other/%2e%2e/%2e%2e/secret.txt',
    '../secret.txt',
    '..%2f..%2fsecret.txt',
    './other/object',
    '%2e%2e/x',
  ])('the source of a copy %s', async source => {
    for (const query of ['', `?uploadId=${await upload()}&partNumber=1`]) {
      const { status, text } = await s3.raw('PUT', `/data/copy${query}`, {
        'x-amz-copy-source': source,
      });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toContain('hush');
    }
  });

  it('the keys of DeleteObjects', async () => {
    const keys = ['../../secret.txt', '../other/object', '/etc/x', 'a/../b'];
    const { status, text } = await s3.raw(
      'POST',
      '/data?delete',
      {},
      xml(
        'Delete',
        keys.map(key => `<Object><Key>${key}</Key></Object>`).join(''),
      ),
    );
    expect(status).toBe(200);
    expect(text.match(/<Error>/g)).toHaveLength(keys.length);
    expect(text).not.toContain('<Deleted>');
  });

  it.each(['../', '..', '/', '../../', '%2e%2e%2f'])(
    'a list with the prefix %s has nothing',
    async prefix => {
      for (const version of ['', '&list-type=2', '&delimiter=/']) {
        const { status, text } = await s3.raw(
          'GET',
          `/data?prefix=${prefix}${version}`,
        );
        expect(status).toBe(200);
        expect(text).not.toContain('<Contents>');
        expect(text).not.toContain('<CommonPrefixes>');
      }
    },
  );

  it.each(['..', '.', '%2e%2e', '..%2fs3', 'UPPER', 'a', '%00', 's3-tmp%2fx'])(
    'the bucket %s',
    async bucket => {
      for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
        const { status, text } = await s3.raw(method, `/${bucket}`);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(text).not.toContain('hush');
      }
      const { status } = await s3.raw('PUT', `/${bucket}/secret.txt`, {}, 'x');
      expect(status).toBeGreaterThanOrEqual(400);
    },
  );

  it.each(['..localhost', '...localhost', '..s3.localhost'])(
    'the bucket of the host name %s',
    async host => {
      const { status, text } = await s3.raw('GET', '/secret.txt', { host });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('hush');
    },
  );

  it.each(['../../secret', '..%2f..', '0'.repeat(31), '%00'])(
    'the upload %s',
    async id => {
      for (const [method, query] of [
        ['PUT', `uploadId=${id}&partNumber=1`],
        ['GET', `uploadId=${id}`],
        ['DELETE', `uploadId=${id}`],
        ['POST', `uploadId=${id}`],
      ]) {
        const body = method.startsWith('P') ? 'x' : '';
        const path = `/data/key?${query}`;
        const { status } = await s3.raw(method, path, {}, body);
        expect(status).toBe(404);
      }
    },
  );

  it.each(['0', '-1', '../1', '1/../../x', '10001', '1e3x'])(
    'the part %s',
    async part => {
      const { status } = await s3.raw(
        'PUT',
        `/data/copy?uploadId=${await upload()}&partNumber=${part}`,
        {},
        'x',
      );
      expect(status).toBe(400);
    },
  );

  describe('symbolic links', () => {
    beforeEach(() => {
      const folder = join(s3.store.root, 'data');
      symlinkSync(secret, join(folder, 'file'));
      symlinkSync(s3.dataDir, join(folder, 'folder'));
      symlinkSync('/nowhere/at/all', join(folder, 'dangling'));
      mkdirSync(join(folder, 'deep'));
      symlinkSync('../../other', join(folder, 'deep', 'relative'));
    });

    describe.each([
      'file',
      'folder/secret.txt',
      'folder/new.txt',
      'dangling',
      'deep/relative/object',
      'deep/relative/new',
    ])('%s', key => {
      it.each(requests)('%s', async (name, send) => {
        const { status, text } = await send(`/data/${key}`);
        expect(status).toBe(name === 'UploadPart' ? 404 : 403);
        expect(text).not.toContain('hush');
      });

      it('CopyObject from it', async () => {
        const { status } = await s3.raw('PUT', '/data/copy', {
          'x-amz-copy-source': `data/${key}`,
        });
        expect(status).toBe(403);
      });
    });

    it('are no objects of a list, and deleting the bucket spares what they lead to', async () => {
      const { text } = await s3.raw('GET', '/data?list-type=2');
      expect(text.match(/<Key>.*?<\/Key>/g)).toEqual(['<Key>mine</Key>']);
      await s3.store.remove('data', { force: true });
      expect(existsSync(secret)).toBe(true);
      s3.store.create('data');
    });

    it('that come while an upload goes on are not followed', async () => {
      const { text } = await s3.raw('POST', '/data/late/object?uploads');
      const id = /<UploadId>(.*?)</.exec(text)![1];
      await s3.raw(
        'PUT',
        `/data/late/object?uploadId=${id}&partNumber=1`,
        {},
        'x',
      );
      symlinkSync(s3.dataDir, join(s3.store.root, 'data', 'late'));
      const { status } = await s3.raw(
        'POST',
        `/data/late/object?uploadId=${id}`,
        {},
        xml(
          'CompleteMultipartUpload',
          '<Part><PartNumber>1</PartNumber><ETag>9dd4e461268c8034f5c8564e155c67a6</ETag></Part>',
        ),
      );
      expect(status).toBe(403);
      expect(existsSync(join(s3.dataDir, 'object'))).toBe(false);
    });

    it('are no buckets', async () => {
      symlinkSync(s3.dataDir, join(s3.store.root, 'linked'));
      const { status } = await s3.raw('GET', '/linked/secret.txt');
      expect(status).toBe(404);
      const { text } = await s3.raw('GET', '/');
      expect(text).not.toContain('linked');
    });
  });

  it('a document that is too large or defines entities', async () => {
    const large = await s3.raw(
      'POST',
      '/data?delete',
      {},
      'x'.repeat(3 * mebibyte),
    );
    expect(large.text).toContain('EntityTooLarge');
    const entities = await s3.raw(
      'POST',
      '/data?delete',
      {},
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${secret}">]>${xml('Delete', '<Object><Key>&e;</Key></Object>')}`,
    );
    expect(entities.text).toContain('MalformedXML');
  });
});
