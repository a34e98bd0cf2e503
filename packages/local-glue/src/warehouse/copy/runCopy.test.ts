import { gzipSync } from 'node:zlib';
import { role, TestWarehouse } from '../__testUtils__/TestWarehouse';

describe('COPY', () => {
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
    await run('drop table if exists t, u, o, d, n, i, j');
    await run('delete from stl_load_errors');
    for (const key of [...test.buckets.keys('data')]) {
      await test.buckets.delete('data', key);
    }
  });
  afterAll(() => test.remove());

  const copy = (source: string, options: string) =>
    run(`copy public.t from 's3://data/${source}' ${role} ${options}`);

  it('loads named columns only', async () => {
    await test.putParquet('in/p.parquet', "select 'a' as whatever");
    await run(`copy t (name) from 's3://data/in/' ${role} parquet`);
    expect(await rows('select id, name from t')).toEqual([[null, 'a']]);
  });

  it('loads CSV with header, quotes, empty fields and Windows line ends', async () => {
    await test.put(
      'in/a.csv',
      'id,name,price,day\r\n1,"a, ""b""\nc",1.5,2026-01-02\r\n2,,,\r\n',
    );
    await test.put('in/b.csv.gz', gzipSync('h,h,h,h\n3,\\N,3,\n'));
    await copy('in/a.csv', 'csv ignoreheader 1');
    await copy('in/b.csv.gz', 'csv ignoreheader 1 gzip');
    expect(await rows('select * from t order by id')).toEqual([
      [1, 'a, "b"\nc', '1.50', '2026-01-02'],
      [2, '', null, null],
      [3, null, '3.00', null],
    ]);
  });

  it('is in the history of loads, unless it is undone', async () => {
    await test.put('in/a.csv', '1,a,,\n2,b,,\n');
    await copy('in/a.csv', 'csv');
    await expect(
      test.inTransaction(
        `copy t from 's3://data/in/a.csv' ${role} csv`,
        'select * from nothing',
      ),
    ).rejects.toThrow('nothing');
    expect(
      await rows(
        "select database_name, table_name, status, file_format, loaded_rows, loaded_bytes, start_time <= end_time from sys_load_history where data_source = 's3://data/in/a.csv' and loaded_bytes = 12",
      ),
    ).toEqual([['dev', 't', 'completed', 'csv', 2, 12, true]]);
  });

  it('loads delimited text', async () => {
    await test.put('in/a.txt', '1|"a|2\n');
    await run('create table u (a int, b varchar, c int)');
    await run(`copy u from 's3://data/in/' ${role}`);
    expect(await rows('select * from u')).toEqual([[1, '"a', 2]]);
  });

  it('loads JSON by names', async () => {
    await test.put(
      'in/a.json',
      '{"name": "a", "id": 1, "other": 5}\n{"id": 2,\n "day": "2026-01-02", "price": 3}\n',
    );
    await copy('in/', "json 'auto'");
    expect(await rows('select * from t order by id')).toEqual([
      [1, 'a', null, null],
      [2, null, '3.00', '2026-01-02'],
    ]);
  });

  it('loads what a manifest lists', async () => {
    await test.put('x/a.csv', '1,a,1,2026-01-01\n');
    await test.put('x/b.csv', '2,b,1,2026-01-01\n');
    const manifest = (...entries: object[]) =>
      test.put('m.json', JSON.stringify({ entries }));
    await manifest(
      { url: 's3://data/x/b.csv', mandatory: true },
      { url: 's3://data/x/none.csv', mandatory: false },
    );
    await copy('m.json', 'csv manifest');
    expect(await rows('select id from t')).toEqual([[2]]);
    await manifest({ url: 's3://data/x/none.csv', mandatory: true });
    await expect(copy('m.json', 'csv manifest')).rejects.toThrow(
      'mandatory object s3://data/x/none.csv, which does not exist',
    );
    await test.put('m.json', '[]');
    await expect(copy('m.json', 'csv manifest')).rejects.toThrow(
      's3://data/m.json is not a manifest',
    );
  });

  it.each([
    ['in/', '1,a,x,2026-01-01', "column price: Invalid digit, Value 'x'"],
    ['in/', '1,a,1,tomorrow', 'column day: Invalid Date Format'],
    ['in/', '1,a,1,2026-01-01,5', 'Extra column(s) found'],
    ['in/', '1,a', 'Delimiter not found'],
  ])('from %p refuses the line %p', async (prefix, line, reason) => {
    await test.put('in/good.csv', '7,a,1,2026-01-01\n');
    await test.put('in/zz bad.csv', `${line}\n`);
    const load = copy(prefix, 'csv');
    await expect(load).rejects.toThrow('s3://data/in/zz bad.csv');
    await expect(load).rejects.toThrow(reason);
    expect(await rows('select count(*) from t')).toEqual([[0]]);
  });

  it('says when nothing is there', async () => {
    await expect(copy('none/', 'csv')).rejects.toThrow(
      "The specified S3 prefix 'none/' does not exist",
    );
    await expect(
      run(`copy t from 's3://unknown/x' ${role} csv`),
    ).rejects.toThrow('The bucket "unknown" does not exist');
    await expect(copy('../x', 'csv')).rejects.toThrow('does not exist');
    await expect(
      run(`copy missing from 's3://data/x' ${role} csv`),
    ).rejects.toThrow('missing does not exist');
  });

  const errors = () =>
    rows(
      'select filename, line_number, colname, type, col_length, raw_line, raw_field_value, err_code, err_reason from stl_load_errors order by filename, line_number',
    );

  it('rejects as many rows as MAXERROR allows and tells which', async () => {
    await test.put(
      'in/a.csv',
      'id,name,price,day\n1,ok,1.5,2026-01-02\nx,a,1,2026-01-02\n3,"two\nlines",1,\n4,aaaaaaaaaaaaaaaaaaaaaaaaa,1,\n5,b,1,2026-13-01\n',
    );
    const { rowCount } = await copy('in/', 'csv ignoreheader 1 maxerror 3');
    expect(rowCount).toBe(2);
    expect(await rows('select id, name from t order by id')).toEqual([
      [1, 'ok'],
      [3, 'two\nlines'],
    ]);
    expect(await errors()).toEqual([
      [
        's3://data/in/a.csv',
        3,
        'id',
        'integer',
        '',
        'x,a,1,2026-01-02',
        'x',
        1207,
        "Invalid digit, Value 'x', Pos 0, Type: Integer",
      ],
      [
        's3://data/in/a.csv',
        6,
        'name',
        'character varying',
        '20',
        '4,aaaaaaaaaaaaaaaaaaaaaaaaa,1,',
        'aaaaaaaaaaaaaaaaaaaaaaaaa',
        1204,
        'String length exceeds DDL length',
      ],
      [
        's3://data/in/a.csv',
        7,
        'day',
        'date',
        '',
        '5,b,1,2026-13-01',
        '2026-13-01',
        1205,
        'Invalid Date Format - length must be 10 or more',
      ],
    ]);
    expect(
      await rows(
        'select count(*) from sys_load_error_detail where error_code = 1204',
      ),
    ).toEqual([[1]]);
  });

  it('keeps the rejected rows of a load that fails, and nothing else', async () => {
    await test.put('in/a.csv', '1,a,1,\nx,a,1,\ny,a,1,\n');
    expect(
      await test.failure(`copy t from 's3://data/in/' ${role} csv maxerror 1`),
    ).toMatch(
      /^ERROR: Load into table 't' failed\. Check 'stl_load_errors' system table for details\./,
    );
    await expect(
      test.inTransaction(
        'insert into t (id) values (7)',
        `copy t from 's3://data/in/' ${role} csv`,
      ),
    ).rejects.toMatchObject({ index: 1 });
    expect((await errors()).map(([, line]) => line)).toEqual([2, 2, 3]);
    expect(await rows('select count(*) from t')).toEqual([[0]]);
  });

  const table = 'create table o (n int, t varchar(5), d date, ts timestamp)';

  it.each([
    ['truncatecolumns', '1|abcdefg||', [[1, 'abcde', null, null]]],
    [
      "dateformat 'DD.MM.YYYY'",
      '1|a|02.01.2026|',
      [[1, 'a', '2026-01-02', null]],
    ],
    [
      "dateformat 'auto' timeformat 'auto'",
      '1|a|Jan-08-1999|2026/01/02 3:04 PM',
      [[1, 'a', '1999-01-08', '2026-01-02 15:04:00']],
    ],
    [
      "timeformat 'epochsecs'",
      '1|a||1700000000',
      [[1, 'a', null, '2023-11-14 22:13:20']],
    ],
    [
      "timeformat 'epochmillisecs'",
      '1|a||1700000000123',
      [[1, 'a', null, '2023-11-14 22:13:20.123']],
    ],
    [
      "timeformat 'MM.DD.YYYY HH:MI:SS'",
      '1|a||01.02.2026 03:04:05',
      [[1, 'a', null, '2026-01-02 03:04:05']],
    ],
    ['', '1|a||2026-01-02T03:04:05Z', [[1, 'a', null, '2026-01-02 03:04:05']]],
    ['acceptanydate', '1|a|never|never', [[1, 'a', null, null]]],
    ["null as 'NA'", 'NA|NA||', [[null, null, null, null]]],
    ['emptyasnull', '1|||', [[1, null, null, null]]],
    ['blanksasnull', '1|   ||', [[1, null, null, null]]],
    ['trimblanks', '1|a  ||', [[1, 'a', null, null]]],
    ['fillrecord', '1', [[1, null, null, null]]],
    ['removequotes', '1|"a|b"||', [[1, 'a|b', null, null]]],
    ['escape', '1|a\\|b\\\nc||', [[1, 'a|b\nc', null, null]]],
    ['ignoreblanklines', '\n1|a||\n\n', [[1, 'a', null, null]]],
    [
      "acceptinvchars as '^'",
      Buffer.from([0x31, 0x7c, 0x61, 0xff, 0x7c, 0x7c]),
      [[1, 'a^', null, null]],
    ],
    [
      "fixedwidth 't:2,n:3,d:10,ts:1'",
      '01abc2026-01-02 ',
      [[1, 'abc', '2026-01-02', null]],
    ],
    ["delimiter '\\t'", '1\ta\t\t', [[1, 'a', null, null]]],
    [
      "compupdate off statupdate on region 'us-east-1'",
      '1|a|||',
      [[1, 'a', null, null]],
    ],
    ['noload', '1|a||', []],
  ])('with %s loads %j', async (options, body, expected) => {
    await run(table);
    await test.put('o/a', body);
    await test.copy('o', 'o/', options);
    expect(await rows('select * from o')).toEqual(expected);
  });

  it.each([
    ['', Buffer.from([0x31, 0x7c, 0x61, 0xff, 0x7c, 0x7c]), 1220],
    ['', '99999999999|a||', 1222],
    ['', '1.5|a||', 1207],
    ['', '\n1|a||', 1211],
    ['csv', '1,"a,,', 1216],
    ['csv', '1,"a"b,,', 1216],
    ['', '1|a||12:00', 1206],
    ["json 'auto'", '{"n": 1', 1216],
    ["json 'auto'", '[{"n": 1}]', 1216],
    ["json 'auto'", '{"n": "x"}', 1207],
  ])('with %p rejects %j with the code %d', async (options, body, code) => {
    await run(table);
    await test.put('o/a', body);
    expect(
      await test.failure(`copy o from 's3://data/o/' ${role} ${options}`),
    ).toContain(`(code ${code})`);
  });

  it('rounds decimals only with ROUNDEC, and keeps all digits', async () => {
    await run(
      'create table d (a decimal(38, 2), b double precision, c boolean, e bigint)',
    );
    await test.put(
      'd',
      '123456789012345678901234567890.129|1e3|y|9223372036854775807\n',
    );
    await test.copy('d', 'd', '');
    await test.copy('d', 'd', 'roundec');
    expect(await rows('select * from d order by a')).toEqual([
      ['123456789012345678901234567890.12', 1000, true, '9223372036854775807'],
      ['123456789012345678901234567890.13', 1000, true, '9223372036854775807'],
    ]);
    await test.put('d', '1|x|y|1\n');
    expect(await test.failure(`copy d from 's3://data/d' ${role}`)).toContain(
      '1208',
    );
    await test.put('d', '1|1|maybe|1\n');
    expect(await test.failure(`copy d from 's3://data/d' ${role}`)).toContain(
      '1210',
    );
  });

  it('refuses NULL where the table does', async () => {
    await run('create table n (a int not null, b varchar(3))');
    await test.put('n', '|x\n');
    expect(await test.failure(`copy n from 's3://data/n' ${role}`)).toContain(
      'Missing data for not-null field (code 1213)',
    );
  });

  describe('JSON', () => {
    beforeEach(() =>
      run(
        'create table j (id bigint, "Name" varchar(20), tags super, note varchar(99))',
      ),
    );

    it('gives nested values as they are written, and other names with IGNORECASE', async () => {
      await test.put(
        'j/a.json',
        '{"ID": 9007199254740993, "name": "a\\u00fc", "tags": [1.50, {"x": null}], "note": {"b": 1}}\n\n{"id": null}{"note": "\\"quoted\\""}',
      );
      await test.copy('j', 'j/', "json 'auto ignorecase'");
      expect(
        await rows('select * from j order by 1 nulls last, 4 nulls last'),
      ).toEqual([
        ['9007199254740993', 'aü', '[1.50, {"x": null}]', '{"b": 1}'],
        [null, null, null, '"quoted"'],
        [null, null, null, null],
      ]);
      await run('delete from j');
      await test.copy('j', 'j/', "json 'auto'");
      expect(await rows('select count(id) from j')).toEqual([[0]]);
    });

    it('follows the paths of a jsonpaths file', async () => {
      await test.put(
        'paths.json',
        '{"jsonpaths": ["$.key.id", "$[\'names\'][1]"]}',
      );
      await test.put(
        'j/a.json',
        '{"key": {"id": 7}, "names": ["a", "b"]}\n{"key": {}}',
      );
      await run(
        `copy j (id, name) from 's3://data/j/' ${role} json 's3://data/paths.json'`,
      );
      expect(await rows('select id, "name" from j order by id')).toEqual([
        [7, 'b'],
        [null, null],
      ]);
      expect(
        await test.failure(
          `copy j from 's3://data/j/' ${role} json 's3://data/paths.json'`,
        ),
      ).toContain('JSONPath size: 2');
      expect(
        await test.failure(
          `copy j from 's3://data/j/' ${role} json 's3://data/none.json'`,
        ),
      ).toContain('s3://data/none.json cannot be read');
    });

    it('puts whole documents into a SUPER column with NOSHRED', async () => {
      await test.put('j/a.json', '{"a": 1}\n[2]');
      await run(`copy j (tags) from 's3://data/j/' ${role} json 'noshred'`);
      expect(await rows('select tags from j order by 1')).toEqual([
        ['[2]'],
        ['{"a": 1}'],
      ]);
    });
  });

  it('fills IDENTITY columns, or takes their values with EXPLICIT_IDS', async () => {
    await run('create table i (id bigint identity(1, 1), name varchar(5))');
    await test.put('i/a.csv', 'a\n');
    await test.put('x/a.csv', '100,b\n');
    await test.putParquet('p/a.parquet', "select 'c' as name");
    await test.copy('i', 'i/', 'csv');
    await test.copy('i', 'x/', 'csv explicit_ids');
    await test.copy('i', 'p/', 'format parquet');
    expect(await rows('select * from i order by id')).toEqual([
      [1, 'a'],
      [2, 'c'],
      [100, 'b'],
    ]);
    expect(
      await test.failure(`copy i (id, name) from 's3://data/x/' ${role} csv`),
    ).toContain('EXPLICIT_IDS');
  });

  it.each([
    ['a.gz', 'csv gzip', 's3://data/in/a.gz cannot be read'],
    ['a.zst', 'csv zstd', 's3://data/in/a.zst cannot be read'],
    ['a.csv', 'csv', 'longer than 4 MB'],
  ])('names the broken object %s', async (name, options, reason) => {
    await test.put(
      `in/${name}`,
      'no such format '.repeat(name === 'a.csv' ? 300_000 : 1),
    );
    expect(
      await test.failure(`copy t from 's3://data/in/' ${role} ${options}`),
    ).toContain(reason);
    expect(await rows('select count(*) from t')).toEqual([[0]]);
  });
});
