import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { stepWords } from './steps';

const sampled = (fields: object, ...steps: object[]) =>
  stepsOn(
    { orders: columnsOf('bigint', 'id', 'amount') },
    { kind: 'sample', ...fields },
    ...steps,
  );

describe('sample', () => {
  it.each([
    [{ fraction: 0.07 }, 'Keep about 7 % of the rows'],
    [{ fraction: 0.001, seed: 7 }, 'Keep about 0.1 % of the rows, by seed 7'],
  ])('of %j is told, and leaves the columns', (fields, words) =>
    expect(
      stepWords(
        sampled(fields, { kind: 'select', columns: ['amount'] }).transform,
      )[0],
    ).toBe(words),
  );

  it.each<[object, string]>([
    [{}, 'transform[0].fraction: is missing'],
    [{ fraction: 0 }, 'transform[0].fraction: must be more than 0'],
    [{ fraction: 1 }, 'transform[0].fraction: must be less than 1'],
    [{ fraction: 10 }, 'transform[0].fraction: must be less than 1'],
    [{ fraction: '0.1' }, 'transform[0].fraction: must be a number'],
    [{ fraction: 0.1, seed: -1 }, 'transform[0].seed: must not be negative'],
    [{ fraction: 0.1, seed: 0.5 }, 'transform[0].seed: must be a whole number'],
    [
      { fraction: 0.1, rows: 10 },
      'transform[0].rows: is not a field of pipeline.yaml',
    ],
  ])('refuses %j', (fields, message) =>
    expect(() => sampled(fields)).toThrow(message),
  );
});
