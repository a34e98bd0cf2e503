import { type InputCase, lines, refused, right } from '../InputCase';

const JSON_LINES: InputCase['sources'] = [{ format: 'json' }];

/** JSON, one object a line. */
export const json: InputCase[] = [
  {
    name: 'nested values',
    files: {
      'a.json': lines(
        '{"id":1,"at":{"town":"Graz","zip":[1,2]}}',
        '{"id":2,"at":null}',
      ),
    },
    sources: JSON_LINES,
    transform: [
      {
        kind: 'aggregate',
        groupBy: [
          { column: 'id' },
          { expression: "get_json_object(at, '$.town')", as: 'town' },
        ],
        measures: [{ function: 'count', as: 'n' }],
      },
    ],
    expect: right([
      ['1', 'Graz', '1'],
      ['2', null, '1'],
    ]),
  },
  {
    name: 'keys in capitals, missing keys',
    files: {
      'a.json': lines('{"orderId":1,"Net Price":2.5}', '{"orderId":2}'),
    },
    sources: JSON_LINES,
    expect: right(
      [
        ['1', '2.50'],
        ['2', null],
      ],
      ['orderid bigint', 'net_price numeric(18,2)'],
    ),
  },
  {
    name: 'numbers beyond what JavaScript and doubles hold',
    files: {
      'a.json': lines('{"id":12345678901234567890,"n":0.1234567890123456}'),
    },
    sources: JSON_LINES,
    expect: right([['12345678901234567890', '0.1234567890123456']]),
  },
  {
    name: 'objects in one line and texts in another',
    files: { 'a.json': lines('{"id":1,"x":{"a":1}}', '{"id":2,"x":"plain"}') },
    sources: JSON_LINES,
    expect: right([
      ['1', '{"a":1}'],
      ['2', 'plain'],
    ]),
  },
  {
    name: 'a number that becomes an object later',
    files: { 'a.json': lines('{"id":1,"n":5}') },
    sources: JSON_LINES,
    later: { 'b.json': lines('{"id":2,"n":{"value":6}}') },
    expect: refused('run', /b\.json/),
  },
  {
    name: 'a decimal that needs more places later',
    files: { 'a.json': lines('{"id":1,"n":1.25}') },
    sources: JSON_LINES,
    later: { 'b.json': lines('{"id":2,"n":1.755}') },
    expect: refused('run', /\bn\b/),
  },
  {
    name: 'one array',
    files: { 'a.json': '[{"id":1},\n {"id":2}]\n' },
    sources: JSON_LINES,
    expect: refused('form', /array|one object a line/),
  },
  {
    name: 'documents with an array within objects',
    files: {
      'a.json':
        '{"next": null, "data": {"records": [\n  {"id": 1, "price": 0.0001},\n  {"id": 2}\n]}}\n',
      'b.json': '{"data": {"records": []}}',
    },
    sources: [{ format: 'json', json: { path: '$.data.records[*]' } }],
    later: {
      'c.json': '{"data":{"records":[{"price":12.50,"id":3}]},"count":1}',
    },
    expect: right([
      ['1', '0.0001'],
      ['2', null],
      ['3', '12.5000'],
    ]),
  },
  {
    name: 'a line that is cut',
    files: { 'a.json': lines('{"id":1}') },
    sources: JSON_LINES,
    later: { 'b.json': '{"id":2}\n{"id":3' },
    expect: refused('run', /b\.json/),
  },
  {
    name: 'two keys that are one column in the catalog',
    files: { 'a.json': lines('{"Id":1,"id":2}') },
    sources: JSON_LINES,
    expect: refused('form', /id/),
  },
];
