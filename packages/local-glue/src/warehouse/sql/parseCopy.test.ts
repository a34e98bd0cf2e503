import { parseCopy } from './parseCopy';
import { significant, tokenize } from './tokenize';

const parse = (sql: string) => parseCopy(significant(tokenize(sql)));
const role = "iam_role 'arn:aws:iam::000000000000:role/r'";

describe('parseCopy', () => {
  it.each([
    [
      `COPY public.t FROM 's3://b/k/' ${role} FORMAT AS PARQUET`,
      { table: ['public', 't'], source: 's3://b/k/', format: 'parquet' },
    ],
    [
      `copy "T" (A, "b c") from 's3://b/k' iam_role default format parquet`,
      { table: ['t'], columns: ['a', 'b c'], format: 'parquet' },
    ],
    [
      `copy t from 's3://b/k' ${role} csv ignoreheader 1 gzip region 'us-east-1'`,
      {
        format: 'csv',
        delimiter: ',',
        quote: '"',
        ignoreHeader: 1,
        compression: 'gzip',
      },
    ],
    [
      `copy t from 's3://b/k' ${role} csv quote as '%' delimiter as '\\t' null as 'NA' ignoreheader as 2`,
      {
        format: 'csv',
        quote: '%',
        delimiter: '\t',
        nullString: 'NA',
        ignoreHeader: 2,
      },
    ],
    [
      `copy t from 's3://b/k' access_key_id 'a' secret_access_key 'b' session_token 'c'`,
      { format: 'text', delimiter: '|', removeQuotes: false },
    ],
    [
      `copy t from 's3://b/k' credentials 'x' delimiter ';' removequotes emptyasnull blanksasnull fillrecord`,
      {
        delimiter: ';',
        removeQuotes: true,
        emptyAsNull: true,
        blanksAsNull: true,
        fillRecord: true,
      },
    ],
    [
      `copy t from 's3://b/m.json' ${role} manifest json as 'auto'`,
      { isManifest: true, format: 'json' },
    ],
    [
      `copy t from 's3://b/k' ${role} format json 'auto ignorecase'`,
      { format: 'json', json: 'auto ignorecase' },
    ],
    [
      `copy t from 's3://b/k' ${role} json 's3://b/paths.json'`,
      { format: 'json', json: 's3://b/paths.json' },
    ],
    [
      `copy t from 's3://b/k' ${role} fixedwidth 'a:3,b:10'`,
      { format: 'fixedwidth', widths: [3, 10] },
    ],
    [
      `copy t from 's3://b/k' ${role} maxerror as 10 truncatecolumns acceptinvchars as '^' acceptanydate roundec trimblanks ignoreblanklines explicit_ids escape noload`,
      {
        maxError: 10,
        truncateColumns: true,
        invalidCharacter: '^',
        acceptAnyDate: true,
        roundDecimals: true,
        trimBlanks: true,
        ignoreBlankLines: true,
        explicitIds: true,
        escape: true,
        noLoad: true,
      },
    ],
    [
      `copy t from 's3://b/k' ${role} delimiter '\\001' acceptinvchars zstd`,
      { delimiter: '\x01', invalidCharacter: '?', compression: 'zstd' },
    ],
    [
      `copy t from 's3://b/k' ${role} csv dateformat 'auto' timeformat as 'epochsecs' encoding utf8`,
      { format: 'csv', dateFormat: 'auto', timeFormat: 'epochsecs' },
    ],
  ])('reads %p', (sql, expected) => {
    expect(parse(sql).command).toMatchObject(expected);
  });

  it('names what has no effect', () => {
    const { warnings } = parse(
      `copy t from 's3://b/k' ${role} csv compupdate off statupdate on comprows 10 gzip`,
    );
    expect(warnings.map(warning => warning.split(' ')[1])).toEqual([
      'COMPUPDATE',
      'STATUPDATE',
      'COMPROWS',
    ]);
  });

  it.each([
    ["copy t from '/etc/passwd' iam_role default", 'reads from s3://'],
    ["copy t from 's3://b/k' csv", 'needs an authorization'],
    ["copy t to 's3://b/k'", 'is understood as COPY <table>'],
    ["copy (select 1) to '/tmp/x'", 'a name is missing'],
    [`copy t from 's3://b/k' ${role} orc`, "COPY's ORC is not supported"],
    [`copy t from 's3://b/k' ${role} format avro 'auto'`, "COPY's AVRO"],
    [`copy t from 's3://b/k' ${role} json 'other'`, "COPY's JSON"],
    [`copy t from 's3://b/k' ${role} bzip2`, "COPY's BZIP2 is not supported"],
    [`copy t from 's3://b/k' ${role} maxerror 100001`, 'at most 100000'],
    [`copy t from 's3://b/k' ${role} csv escape`, 'not compatible with ESCAPE'],
    [
      `copy t from 's3://b/k' ${role} format parquet maxerror 5`,
      'MAXERROR argument is not supported for PARQUET',
    ],
    [
      `copy t from 's3://b/k' ${role} json 'auto' delimiter ','`,
      'DELIMITER argument is not supported for JSON',
    ],
    [`copy t from 's3://b/k' ${role} delimiter '||'`, 'not one character'],
    [`copy t from 's3://b/k' ${role} ignoreheader x`, 'needs a number'],
    [`copy t from 's3://b/k' ${role} encoding utf16`, 'ENCODING is UTF8'],
    [`copy t from 's3://b/k' ${role} toString`, "COPY's TOSTRING"],
  ])('refuses %p', (sql, reason) => {
    expect(() => parse(sql)).toThrow(reason);
  });
});
