import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { stepWords } from './steps';

const masked = (columns: object[], ...steps: object[]) =>
  stepsOn(
    {
      customers: [
        ...columnsOf('bigint', 'id', 'card'),
        ...columnsOf('string', 'email'),
      ],
    },
    { kind: 'mask', columns },
    ...steps,
  );

const EMAIL = { column: 'email', method: 'hash' };

describe('mask', () => {
  it('makes texts', () => {
    const columns = [
      { ...EMAIL, salt: 'shop' },
      { column: 'card', method: 'keepLast' },
      { column: 'id', method: 'redact' },
    ];
    expect(stepWords(masked(columns).transform)).toEqual([
      'Mask email by its hash, card but for its last 4 characters, id by ***',
    ]);
    expect(() =>
      masked(columns, {
        kind: 'aggregate',
        groupBy: [{ column: 'email' }],
        measures: [{ function: 'sum', column: 'card', as: 'total' }],
      }),
    ).toThrow('transform[1].measures[0].column: "card" is a string, and sum');
  });

  it.each<[string, object[], string]>([
    [
      'a column that there is not',
      [{ ...EMAIL, column: 'emaill' }],
      'transform[0].columns[0].column: the rows so far have no column "emaill": use "email"',
    ],
    [
      'a column twice',
      [EMAIL, { ...EMAIL, method: 'redact' }],
      'transform[0].columns[1].column: "email" occurs twice',
    ],
    [
      'a method that there is not',
      [{ ...EMAIL, method: 'md5' }],
      'transform[0].columns[0].method: must be "hash" or "redact" or "keepLast"',
    ],
    [
      'a salt of what is not hashed',
      [{ ...EMAIL, method: 'redact', salt: 'x' }],
      'transform[0].columns[0].salt: is only for the method hash',
    ],
    [
      'a salt that tools would replace',
      [{ ...EMAIL, salt: '{{resolve:secretsmanager:x}}' }],
      'transform[0].columns[0].salt: contains "{{"',
    ],
    [
      'characters of a hash',
      [{ ...EMAIL, keep: 4 }],
      'transform[0].columns[0].keep: is only for the method keepLast',
    ],
    [
      'to keep nothing',
      [{ ...EMAIL, method: 'keepLast', keep: 0 }],
      'transform[0].columns[0].keep: must be at least 1: choose redact',
    ],
    [
      'no method',
      [{ column: 'email' }],
      'transform[0].columns[0].method: must be',
    ],
    ['no column', [], 'transform[0].columns: is empty'],
  ])('refuses %s', (_, columns, message) =>
    expect(() => masked(columns)).toThrow(message),
  );
});
