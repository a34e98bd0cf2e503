import { role, TestWarehouse } from '../__testUtils__/TestWarehouse';

/** 2026-01-02 03:04:05.678901, alone in a file of Spark's, as Spark writes timestamps in each of its ways. */
const ofSpark = {
  INT96:
    'UEFSMRUEFRgVGBXQvuZrPBUCFQQAAAhnxMULCgAAc40lABUAFQQVBBX18v3yBBwVAhUEFQgVCAAAAAMZHBZEFTIWAAAAFQIZLEgMc3Bhcmtfc2NoZW1hFQIAFQYlABgCYXQAFgIZHBkcJkQcFQYZJQQIGRgCYXQVABYCFm4WbiZEJggcGAwIZ8TFCwoAAHONJQAYDAhnxMULCgAAc40lABYAKAwIZ8TFCwoAAHONJQAYDAhnxMULCgAAc40lAAAZLBUEFQQVAgAVABUEFQIAABZ2FRQAFm4WAiYIFm4UAAAZLBgYb3JnLmFwYWNoZS5zcGFyay52ZXJzaW9uGAUzLjUuNgAYKW9yZy5hcGFjaGUuc3Bhcmsuc3FsLnBhcnF1ZXQucm93Lm1ldGFkYXRhGFx7InR5cGUiOiJzdHJ1Y3QiLCJmaWVsZHMiOlt7Im5hbWUiOiJhdCIsInR5cGUiOiJ0aW1lc3RhbXAiLCJudWxsYWJsZSI6ZmFsc2UsIm1ldGFkYXRhIjp7fX1dfQAYSnBhcnF1ZXQtbXIgdmVyc2lvbiAxLjEzLjEgKGJ1aWxkIGRiNDE4MzEwOWQ1YjczNGVjNTkzMGQ4NzBjZGFlMTYxZTQwOGRkYmEpGRwcAAAAmwEAAFBBUjE=',
  TIMESTAMP_MICROS:
    'UEFSMRUAFRAVEBX/h42xBxwVAhUAFQgVCAAANU9X9l5HBgAZEQIZGAg1T1f2XkcGABkYCDVPV/ZeRwYAFQIZFgAAGRwWCBU+FgAAABUCGSxIDHNwYXJrX3NjaGVtYRUCABUEJQAYAmF0JRRMjBEcLAAAAAAAFgIZHBkcJggcFQQZJQAIGRgCYXQVABYCFj4WPiYIPBgINU9X9l5HBgAYCDVPV/ZeRwYAFgAoCDVPV/ZeRwYAGAg1T1f2XkcGAAAZHBUAFQAVAgAAFoQBFRQWRhU+ABY+FgImCBY+FAAAGSwYGG9yZy5hcGFjaGUuc3BhcmsudmVyc2lvbhgFMy41LjYAGClvcmcuYXBhY2hlLnNwYXJrLnNxbC5wYXJxdWV0LnJvdy5tZXRhZGF0YRhceyJ0eXBlIjoic3RydWN0IiwiZmllbGRzIjpbeyJuYW1lIjoiYXQiLCJ0eXBlIjoidGltZXN0YW1wIiwibnVsbGFibGUiOmZhbHNlLCJtZXRhZGF0YSI6e319XX0AGEpwYXJxdWV0LW1yIHZlcnNpb24gMS4xMy4xIChidWlsZCBkYjQxODMxMDlkNWI3MzRlYzU5MzBkODcwY2RhZTE2MWU0MDhkZGJhKRkcHAAAAJIBAABQQVIx',
};

describe('COPY of Parquet', () => {
  let test: TestWarehouse;
  const run = (sql: string) => test.run(sql);
  const rows = (sql: string) => test.rows(sql);

  beforeAll(async () => {
    test = await TestWarehouse.open();
  });
  beforeEach(async () => {
    await run(
      'create table t (id int, name varchar(20), price decimal(10,2), day date)',
    );
  });
  afterEach(async () => {
    await run('drop table if exists t, u');
    for (const key of [...test.buckets.keys('data')]) {
      await test.buckets.delete('data', key);
    }
  });
  afterAll(() => test.remove());

  const copy = (source: string, options: string = 'format as parquet') =>
    test.copy('public.t', source, options);
  const row = (id: number) =>
    `select ${id}::int, 'n${id}', ${id}::decimal(10,2), date '2026-01-01'`;

  it('loads by position, from all objects below a prefix', async () => {
    await test.putParquet('in/part-0.parquet', row(1));
    await test.putParquet('in/more/part-1.parquet', row(2));
    await test.put('in/_SUCCESS', '');
    expect((await copy('in/')).rowCount).toBe(2);
    expect(await rows('select * from t order by id')).toEqual([
      [1, 'n1', '1.00', '2026-01-01'],
      [2, 'n2', '2.00', '2026-01-01'],
    ]);
  });

  it.each([
    ["select 1 as a, 'b' as b", 'has 2 columns, but 4 are loaded'],
    [`${row(1)}, 5`, 'has 5 columns, but 4 are loaded'],
    [
      "select 'x', 'b', 1::decimal(10,2), date '2026-01-01'",
      'incompatible Parquet schema for column "id" (INTEGER)',
    ],
    [
      "select 1::bigint as n, 'b', 1::decimal(10,2), date '2026-01-01'",
      'for column "id" (INTEGER): its column 1, "n", is BIGINT',
    ],
    [
      "select 1, 'b', 1::decimal(10,3) as p, date '2026-01-01'",
      'for column "price" (DECIMAL(10,2)): its column 3, "p", is DECIMAL(10,3)',
    ],
  ])('refuses %p, naming the object', async (query, reason) => {
    await test.putParquet('in/a.parquet', row(1));
    await test.putParquet('in/p.parquet', query);
    const load = copy('in/');
    await expect(load).rejects.toThrow('s3://data/in/p.parquet');
    await expect(load).rejects.toThrow(reason);
    expect(await rows('select count(*) from t')).toEqual([[0]]);
  });

  it('names the object that is not Parquet', async () => {
    await test.put('in/p.parquet', 'no parquet at all');
    await expect(copy('in/')).rejects.toThrow('s3://data/in/p.parquet');
  });

  it('refuses texts that are too long in bytes, telling the lengths', async () => {
    await test.putParquet(
      'in/p.parquet',
      "select 1, repeat('ü', 11), 1::decimal(10,2), date '2026-01-01'",
    );
    await expect(copy('in/')).rejects.toThrow(
      'ERROR: COPY: The length of the data column name is longer than the length defined in the table. Table: 20, Data: 22, File name: s3://data/in/p.parquet',
    );
    await test.putParquet('in/p.parquet', "select 1, 'short'");
    await copy('in/', 'parquet fillrecord');
    expect(await rows('select * from t')).toEqual([[1, 'short', null, null]]);
  });

  it('refuses nulls where none may be, naming the column', async () => {
    await run('create table u (a int, b varchar(5) not null)');
    await test.putParquet('in/p.parquet', 'select 1, null::varchar');
    await expect(test.copy('u', 'in/', 'parquet')).rejects.toThrow(
      'Cannot insert a NULL value into column b',
    );
  });

  it('loads values of every type as they are', async () => {
    await run(
      'create table u (a boolean, b integer, c bigint, d double precision, e decimal(38, 0), f decimal(38, 37), g varchar(65535), h date, i timestamp)',
    );
    await test.putParquet(
      'in/p.parquet',
      "select true, (-2147483648)::int, 9223372036854775807::bigint, 0.1::double, 99999999999999999999999999999999999999::decimal(38,0), 1.2345678901234567890123456789012345678::decimal(38,37), repeat('x', 65535), date '0001-01-01', timestamp '2026-01-02 03:04:05.678901' union all select null, null, null, null, null, null, null, null, null",
    );
    expect((await test.copy('u', 'in/', 'parquet')).rowCount).toBe(2);
    expect(
      await rows(
        'select a, b, c, d, e, f, len(g), h, i from u where a is not null',
      ),
    ).toEqual([
      [
        true,
        -2147483648,
        '9223372036854775807',
        0.1,
        '99999999999999999999999999999999999999',
        '1.2345678901234567890123456789012345678',
        65535,
        '0001-01-01',
        '2026-01-02 03:04:05.678901',
      ],
    ]);
  });

  it.each(Object.entries(ofSpark))(
    'reads timestamps of Spark as %s',
    async (_kind, file) => {
      await run('create table u (moment timestamp)');
      await test.put('in/p.parquet', Buffer.from(file, 'base64'));
      await test.copy('u', 'in/', 'parquet');
      expect(await rows('select moment from u')).toEqual([
        ['2026-01-02 03:04:05.678901'],
      ]);
    },
  );

  it('loads nothing from files without rows', async () => {
    await test.putParquet('in/p.parquet', `${row(1)} where false`);
    expect((await copy('in/')).rowCount).toBe(0);
  });

  describe('by a manifest', () => {
    const manifest = (...entries: object[]) =>
      test.put('m.manifest', JSON.stringify({ entries }));
    const copyManifest = () =>
      run(
        `copy public.t from 's3://data/m.manifest' ${role} manifest format as parquet`,
      );
    const url = 's3://data/in/p.parquet';
    let length: number;
    beforeEach(async () => {
      await test.putParquet('in/p.parquet', row(1));
      await test.putParquet('in/other.parquet', row(2));
      length = (await test.buckets.head('data', 'in/p.parquet')).size;
    });

    it('loads what it lists', async () => {
      await manifest(
        { url, mandatory: true, meta: { content_length: length } },
        { url: 's3://data/in/none', meta: { content_length: 1 } },
      );
      expect((await copyManifest()).rowCount).toBe(1);
      expect(await rows('select id from t')).toEqual([[1]]);
    });

    it('refuses a length that is not the one of the object', async () => {
      await manifest({
        url,
        mandatory: true,
        meta: { content_length: length + 1 },
      });
      await expect(copyManifest()).rejects.toThrow(
        `says that ${url} has ${length + 1} bytes (meta.content_length), but it has ${length}`,
      );
    });

    it('refuses entries without a length', async () => {
      await manifest({ url, mandatory: true });
      await expect(copyManifest()).rejects.toThrow(
        `must tell meta.content_length of ${url}`,
      );
    });

    it('names the mandatory object that is missing', async () => {
      await manifest({
        url: 's3://data/in/none',
        mandatory: true,
        meta: { content_length: 1 },
      });
      await expect(copyManifest()).rejects.toThrow(
        'mandatory object s3://data/in/none, which does not exist',
      );
    });
  });
});
