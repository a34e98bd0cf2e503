import { gzipSync } from 'node:zlib';
import { role, TestWarehouse } from '../__testUtils__/TestWarehouse';

describe('COPY', () => {
  let test: TestWarehouse;
  const run = (sql: string) => test.run(sql);
  const rows = (sql: string) => test.rows(sql);

  beforeEach(async () => {
    test = await TestWarehouse.open();
    await run(
      'create table t (id int, name varchar(20), price decimal(10,2), day date)',
    );
  });
  afterEach(() => test.remove());

  const copy = (source: string, options: string) =>
    run(`copy public.t from 's3://data/${source}' ${role} ${options}`);

  it('loads Parquet by position, from all objects below a prefix', async () => {
    const columns = "x, 'n' || x as y, x::double as z, date '2026-01-01' as d";
    await test.putParquet(
      'in/part-0.parquet',
      `select ${columns} from (select 1::int as x)`,
    );
    await test.putParquet(
      'in/more/part-1.parquet',
      `select ${columns} from (select 2::int as x)`,
    );
    await test.put('in/_SUCCESS', '');
    expect((await copy('in/', 'format as parquet')).rowCount).toBe(2);
    expect(await rows('select * from t order by id')).toEqual([
      [1, 'n1', '1.00', '2026-01-01'],
      [2, 'n2', '2.00', '2026-01-01'],
    ]);
  });

  it('loads named columns only', async () => {
    await test.putParquet('in/p.parquet', "select 'a' as whatever");
    await run(`copy t (name) from 's3://data/in/' ${role} parquet`);
    expect(await rows('select id, name from t')).toEqual([[null, 'a']]);
  });

  it.each([
    ["select 1 as a, 'b' as b", 'has 2 columns, but 4 are loaded'],
    [
      "select 'x' as a, 'b' as b, 1.0 as c, date '2026-01-01' as d",
      'incompatible Parquet schema for column "id" (INTEGER)',
    ],
  ])('refuses Parquet of %p, naming the object', async (query, reason) => {
    await test.putParquet('in/p.parquet', query);
    const load = copy('in/', 'format parquet');
    await expect(load).rejects.toThrow('s3://data/in/p.parquet');
    await expect(load).rejects.toThrow(reason);
  });

  it('names the object that is not Parquet', async () => {
    await test.put('in/p.parquet', 'no parquet at all');
    await expect(copy('in/', 'parquet')).rejects.toThrow(
      's3://data/in/p.parquet',
    );
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
});
