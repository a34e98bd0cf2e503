import { gzipSync } from 'node:zlib';
import { type InputCase, lines, refused, right } from '../InputCase';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** How text is written: quotes, line breaks, encodings, compressions. */
export const text: InputCase[] = [
  {
    name: 'a line break inside of quotes',
    files: {
      'a.csv': 'id,note\n1,"first\nsecond"\n2,plain\n3,"x, y"\n',
    },
    expect: right([
      ['1', 'first\nsecond'],
      ['2', 'plain'],
      ['3', 'x, y'],
    ]),
  },
  {
    name: 'a line break inside of quotes that only a later file has',
    files: { 'a.csv': lines('id,note', '1,one') },
    later: { 'b.csv': 'id,note\n2,"first\nsecond"\n' },
    expect: refused('run', /csv\.multiLine[^]*b\.csv/),
  },
  {
    name: 'the same in a single column',
    files: { 'a.csv': lines('note', 'one') },
    later: { 'b.csv': 'note\n"first\nsecond"\n' },
    expect: refused('run', /csv\.multiLine[^]*b\.csv/),
  },
  {
    name: 'doubled quotes',
    files: { 'a.csv': lines('id,note', '1,"say ""hi"""', '2,"a ""b"", c"') },
    expect: right([
      ['1', 'say "hi"'],
      ['2', 'a "b", c'],
    ]),
  },
  {
    name: 'quotes after backslashes',
    files: { 'a.csv': lines('id,note', '1,"say \\"hi\\", twice"', '2,plain') },
    sources: [{ csv: { escape: 'backslash' } }],
    expect: right([
      ['1', 'say "hi", twice'],
      ['2', 'plain'],
    ]),
  },
  {
    name: 'single quotes',
    files: { 'a.csv': lines('id,note', "1,'a, b'", "2,'it''s'") },
    sources: [{ csv: { quote: "'" } }],
    expect: right([
      ['1', 'a, b'],
      ['2', "it's"],
    ]),
  },
  {
    name: 'quotes that mean nothing',
    files: { 'a.csv': lines('id|note', '1|5" pipe', '2|"x') },
    sources: [{ csv: { delimiter: '|', quote: 'none' } }],
    expect: right([
      ['1', '5" pipe'],
      ['2', '"x'],
    ]),
  },
  {
    name: 'tabs between values',
    files: { 'a.tsv': lines('id\tnote', '1\ta, b', '2\t') },
    sources: [{ csv: { delimiter: '\t' } }],
    expect: right([
      ['1', 'a, b'],
      ['2', null],
    ]),
  },
  {
    name: 'another delimiter than the chosen one',
    files: { 'a.csv': lines('id;note', '1;x') },
    expect: refused('form', /sources\[0\]\.csv\.delimiter/),
  },
  {
    name: 'line feeds after carriage returns, none at the end, blank lines',
    files: { 'a.csv': 'id,note\r\n1,x\r\n\r\n2,y' },
    expect: right([
      ['1', 'x'],
      ['2', 'y'],
    ]),
  },
  {
    name: 'blanks around texts and numbers',
    files: { 'a.csv': lines('id,note', ' 1 ,  x ', '2,y') },
    expect: right([
      ['1', '  x '],
      ['2', 'y'],
    ]),
  },
  {
    name: 'quoted and unquoted empty values',
    files: { 'a.csv': lines('id,note,n', '1,"",1', '2,,', '3,x,3') },
    expect: right([
      ['1', null, '1'],
      ['2', null, null],
      ['3', 'x', '3'],
    ]),
  },
  {
    name: 'words for a missing value',
    files: { 'a.csv': lines('id,n', '1,5', '2,NA', '3,', '4,-') },
    sources: [
      {
        csv: { nullWords: ['', 'NA', '-'] },
        columns: [
          { name: 'id', type: 'bigint' },
          { name: 'n', type: 'bigint' },
        ],
      },
    ],
    expect: right([
      ['1', '5'],
      ['2', null],
      ['3', null],
      ['4', null],
    ]),
  },
  {
    name: 'latin-1 as if it were UTF-8',
    files: { 'a.csv': latin1(lines('id,town', '1,Köln')) },
    expect: refused('form', /sources\[0\]\.csv\.encoding/),
  },
  {
    name: 'latin-1 that is called so',
    files: { 'a.csv': latin1(lines('id,town', '1,Köln')) },
    sources: [{ csv: { encoding: 'ISO-8859-1' } }],
    expect: right([['1', 'Köln']]),
  },
  {
    name: 'the euro of windows-1252',
    files: {
      'a.csv': Buffer.concat([
        latin1('id,price\n1,'),
        Buffer.from([0x80]),
        latin1(' 5\n'),
      ]),
    },
    sources: [{ csv: { encoding: 'windows-1252' } }],
    expect: right([['1', '€ 5']]),
  },
  {
    name: 'latin-1 in a later file',
    files: { 'a.csv': lines('id,town', '1,Graz') },
    later: { 'b.csv': latin1(lines('id,town', '2,Köln')) },
    expect: refused('run', /UTF-8[^]*b\.csv/),
  },
  {
    name: 'UTF-16',
    files: { 'a.csv': utf16(lines('id,town', '1,Köln', '2,Łódź')) },
    expect: right([
      ['1', 'Köln'],
      ['2', 'Łódź'],
    ]),
  },
  {
    name: 'a record of fewer values when the pipeline is made',
    files: { 'a.csv': lines('id,a,b', '1,2,3', '4,5') },
    expect: refused('form', /line 3/),
  },
  {
    name: 'a record of more values in a later file',
    files: { 'a.csv': lines('id,a', '1,2') },
    later: { 'b.csv': lines('id,a', '3,4', '5,6,7') },
    expect: refused('run', /b\.csv/),
  },
  {
    name: 'faulty records set aside',
    files: { 'a.csv': lines('id,a', '1,2') },
    sources: [{ onInvalid: 'setAside' }],
    later: { 'b.csv': lines('id,a', '3,4', '5,6,7', '8,x', '9') },
    expect: right([
      ['1', '2'],
      ['3', '4'],
    ]),
  },
  {
    name: 'gzip',
    files: { 'a.csv.gz': gzipSync(lines('id,note', '1,x')) },
    expect: right([['1', 'x']]),
  },
  {
    name: 'gzip that its name does not tell',
    files: { 'a.csv': gzipSync(lines('id,note', '1,x')) },
    expect: refused('form', /gzip/),
  },
  {
    name: 'zstd',
    files: { 'a.csv.zst': Buffer.from('28b52ffd', 'hex') },
    expect: refused('form', /zst/),
  },
  {
    name: 'bzip2',
    files: { 'a.csv.bz2': Buffer.from('BZh91AY', 'latin1') },
    expect: refused('form', /bz/),
  },
  {
    name: 'no bytes at all',
    files: { 'a.csv': '' },
    expect: refused('form', /empty/),
  },
  {
    name: 'a text of more than 65,535 bytes in a later file',
    files: { 'a.csv': lines('id,note', '1,x') },
    later: { 'b.csv': lines('id,note', `2,${'ü'.repeat(40_000)}`) },
    expect: refused('run', /note[^]*65,?535/),
  },
];
