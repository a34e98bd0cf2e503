import {
  dotted,
  lowerCamelCase,
  removed,
  typed,
  upperCamelCase,
  without,
} from './properties';

it('converts numbers and booleans written as text, where they are', () => {
  expect(
    typed(
      { A: '2', B: 3, C: '', D: 'true', E: false, F: 'true' },
      { numbers: ['A', 'B', 'C', 'Missing'], booleans: ['D', 'E'] },
    ),
  ).toEqual({ A: 2, B: 3, C: '', D: true, E: false, F: 'true' });
});

it('leaves members out', () => {
  expect(without({ A: 1, B: 2 }, 'B', 'C')).toEqual({ A: 1 });
});

it.each([
  [{ A: 1, B: 2 }, { B: 2 }, { A: '' }],
  [{ A: 1 }, { A: 2 }, {}],
  [{}, {}, {}],
  [{ C: 1 }, {}, {}],
])('says what went from %j to %j', (before, now, expected) => {
  expect(removed(before, now, { A: '', B: [] })).toEqual(expected);
});

it('renames members at every depth, values stay', () => {
  const upper = {
    DbName: 'Dev',
    ConfigParameters: [{ ParameterKey: 'K', ParameterValue: 'V' }],
  };
  const lower = {
    dbName: 'Dev',
    configParameters: [{ parameterKey: 'K', parameterValue: 'V' }],
  };
  expect(lowerCamelCase(upper)).toEqual(lower);
  expect(upperCamelCase(lower)).toEqual(upper);
});

it('gives nested attributes their dotted names', () => {
  expect(dotted({ Workgroup: { Endpoint: { Port: 5439 } } })).toMatchObject({
    'Workgroup.Endpoint.Port': 5439,
    'Workgroup.Endpoint': { Port: 5439 },
  });
});
