import { nearest } from './nearest';

it.each([
  ['covid-hirring', ['covid-hiring', 'flight-delays'], ['covid-hiring']],
  ['COVID-HIRING', ['covid-hiring'], ['covid-hiring']],
  ['covid', ['covid-hiring', 'flight-delays'], ['covid-hiring']],
  ['ab', ['ba'], ['ba']],
  ['shopp', ['shop'], ['shop']],
  ['load-chek', ['load', 'load-check'], ['load-check', 'load']],
  ['orders', ['flight-delays'], []],
  ['a', [], []],
])('%s of %j: %j', (name, candidates, expected) => {
  expect(nearest(name, candidates)).toEqual(expected);
});
