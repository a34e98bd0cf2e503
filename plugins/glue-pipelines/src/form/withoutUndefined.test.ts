import { withoutUndefined } from './withoutUndefined';

it.each([
  [undefined, undefined],
  ['', ''],
  [null, null],
  [
    [{ name: 'a', csv: undefined, json: { path: undefined } }],
    [{ name: 'a', json: {} }],
  ],
  [{ list: [1, { x: undefined }] }, { list: [1, {}] }],
])('leaves out of %j what has no value', (value, expected) => {
  expect(withoutUndefined(value)).toStrictEqual(expected);
});
