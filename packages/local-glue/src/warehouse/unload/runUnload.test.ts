import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { role, TestWarehouse } from '../__testUtils__/TestWarehouse';

describe('UNLOAD', () => {
  let test: TestWarehouse;
  const keys = () => [...test.buckets.keys('data')];
  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.run(
      `create table t as select * from (values (1, 'a|"b"', true, 1.50::decimal(5,2), 'x'), (2, null, false, null, 'y'), (3, '', null, 2, 'x')) v(id, name, ok, price, part)`,
    );
  });
  afterAll(() => test.remove());
  afterEach(async () => {
    for (const key of keys()) await test.buckets.delete('data', key);
  });

  const read = async (key: string) =>
    text((await test.buckets.get('data', key)).stream);
  const unload = (options: string, query = 'select * from t order by id') =>
    test.run(`unload ('${query}') to 's3://data/out/x_' ${role} ${options}`);

  it.each([
    ['', '1|a|"b"|t|1.50|x\n2||f||y\n3||||x\n'.replace('3||||x', '3|||2.00|x')],
    [
      "addquotes null as 'NULL'",
      '"1"|"a|"b""|"t"|"1.50"|"x"\n"2"|NULL|"f"|NULL|"y"\n"3"|""|NULL|"2.00"|"x"\n',
    ],
    ['escape', '1|a\\|\\"b\\"|t|1.50|x\n2||f||y\n3|||2.00|x\n'],
    [
      'csv header',
      'id,name,ok,price,part\n1,"a|""b""",t,1.50,x\n2,,f,,y\n3,,,2.00,x\n',
    ],
    [
      'format json',
      '{"id":1,"name":"a|\\"b\\"","ok":true,"price":1.50,"part":"x"}\n{"id":2,"name":null,"ok":false,"price":null,"part":"y"}\n{"id":3,"name":"","ok":null,"price":2.00,"part":"x"}\n',
    ],
  ])('with %p writes %j', async (options, expected) => {
    expect((await unload(options)).rowCount).toBe(3);
    const [key, ...others] = keys();
    expect(others).toEqual([]);
    expect(key).toMatch(/^out\/x_0000_part_00(\.json)?$/);
    expect(await read(key)).toBe(expected);
  });

  it('compresses, and names what it wrote in a manifest', async () => {
    await unload('csv gzip parallel off manifest');
    expect(keys()).toEqual(['out/x_000.gz', 'out/x_manifest']);
    const { stream, info } = await test.buckets.get('data', 'out/x_000.gz');
    expect(gunzipSync(await buffer(stream)).toString()).toContain(
      '1,"a|""b"""',
    );
    expect(JSON.parse(await read('out/x_manifest'))).toEqual({
      entries: [
        { url: 's3://data/out/x_000.gz', meta: { content_length: info.size } },
      ],
    });
  });

  it('writes Parquet that COPY loads again, from its manifest', async () => {
    await unload('format as parquet manifest');
    expect(keys()).toEqual(['out/x_0000_part_00.parquet', 'out/x_manifest']);
    await test.run(
      'create table again (id int, name varchar(9), ok boolean, price decimal(12,2), part varchar(1))',
    );
    await test.copy('again', 'out/x_manifest', 'format parquet manifest');
    expect(
      await test.rows(
        'select count(*) from (select * from again except select * from t)',
      ),
    ).toEqual([[0]]);
  });

  it.each([
    [
      'parquet',
      [
        'out/x_part=x/0000_part_00.parquet',
        'out/x_part=y/0000_part_00.parquet',
      ],
    ],
    ['csv', ['out/x_part=x/0000_part_00', 'out/x_part=y/0000_part_00']],
  ])('partitions %s', async (format, expected) => {
    const { rowCount } = await unload(`format ${format} partition by (part)`);
    expect(rowCount).toBe(3);
    expect(keys()).toEqual(expected);
  });

  it('leaves the columns of partitions out, unless told', async () => {
    await unload('csv partition by (part)');
    expect(await read('out/x_part=y/0000_part_00')).toBe('2,,f,\n');
    await unload('csv partition by (part) include allowoverwrite');
    expect(await read('out/x_part=y/0000_part_00')).toBe('2,,f,,y\n');
  });

  it('begins another file at MAXFILESIZE', async () => {
    await unload(
      'maxfilesize 5 mb',
      "select repeat(''x'', 4000) from range(3000)",
    );
    expect(keys()).toHaveLength(3);
  });

  it('writes into what is empty only, unless it is told', async () => {
    await test.put('out/x_old', 'old');
    await expect(unload('csv')).rejects.toThrow(
      'Specified unload destination on S3 is not empty',
    );
    expect(keys()).toEqual(['out/x_old']);
    await unload('csv allowoverwrite');
    expect(keys()).toEqual(['out/x_0000_part_00', 'out/x_old']);
    await unload('csv cleanpath parallel off');
    expect(keys()).toEqual(['out/x_000']);
  });

  it('leaves nothing when the query fails', async () => {
    await expect(
      unload(
        'csv',
        "select case when range < 5000 then 1 else error(''late'') end from range(9000)",
      ),
    ).rejects.toThrow('late');
    expect(keys()).toEqual([]);
  });

  it.each([
    ['csv cleanpath allowoverwrite', 'exclude each other'],
    ['parquet header', 'PARQUET excludes HEADER'],
    ['parquet gzip', 'compressed itself'],
    ['csv escape', 'CSV excludes ESCAPE'],
    ['bzip2', "UNLOAD's BZIP2 is not supported"],
    ['encrypted', "UNLOAD's ENCRYPTED is not supported"],
    ['csv partition by (nothing)', '"nothing" of PARTITION BY is not selected'],
  ])('refuses %p', async (options, reason) => {
    await expect(unload(options)).rejects.toThrow(reason);
  });

  it.each([
    [
      "unload ('delete from t') to 's3://data/x' iam_role default",
      'takes a SELECT',
    ],
    ["unload ('select 1') to '/tmp/x' iam_role default", 'writes to s3://'],
    [
      "unload ('select 1') to 's3://none/x' iam_role default",
      'bucket "none" does not exist',
    ],
    ["unload ('select 1') to 's3://data/../x' iam_role default", 'key'],
  ])('refuses %p', async (sql, reason) => {
    expect(await test.failure(sql)).toContain(reason);
  });
});
