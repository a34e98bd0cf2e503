import { english } from '../__testUtils__/texts';
import { keyProblem, overridesOf, PropertyRow, rowsOf } from './runProperties';

const defaults = { year: '2026', country: 'USA' };

function row(key: string, value: string): PropertyRow {
  return { id: 9, key, value, isDefault: false };
}

it('makes a row of every default', () => {
  expect(rowsOf(defaults)).toEqual([
    { id: 0, key: 'year', value: '2026', isDefault: true },
    { id: 1, key: 'country', value: 'USA', isDefault: true },
  ]);
});

it('takes values of another run, and properties that only it has', () => {
  expect(rowsOf(defaults, { year: '2025', month: '1' })).toEqual([
    { id: 0, key: 'year', value: '2025', isDefault: true },
    { id: 1, key: 'country', value: 'USA', isDefault: true },
    { id: 2, key: 'month', value: '1', isDefault: false },
  ]);
});

describe('keyProblem', () => {
  it.each<[string, PropertyRow, string | undefined]>([
    ['a good name', row('month', '11'), undefined],
    ['an empty row', row('', ''), undefined],
    ['a value without a name', row(' ', '11'), 'Give this value a name'],
    ['a name that is there', row('year ', '1'), 'year is above already'],
    ['a long name', row('x'.repeat(256), '1'), 'At most 255 characters'],
  ])('says of %s: %s', (_, added, problem) => {
    expect(keyProblem(english, added, [...rowsOf(defaults), added])).toBe(
      problem,
    );
  });
});

describe('overridesOf', () => {
  it.each<[string, PropertyRow[], Record<string, string>]>([
    ['unchanged defaults', rowsOf(defaults), {}],
    [
      'a changed default',
      [row('year', '2025'), row('country', 'USA')],
      { year: '2025' },
    ],
    ['an emptied default', [row('year', '')], { year: '' }],
    ['an added property', [row(' month ', '11')], { month: '11' }],
    ['an empty row', [row('', '')], {}],
  ])('sends %s', (_, rows, overrides) => {
    expect(overridesOf(rows, defaults)).toEqual(overrides);
  });
});
