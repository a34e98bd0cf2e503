import { findBlockages } from './blockage';
import { NeighbourPipeline } from './types';

const pipeline = (
  name: string,
  from: string,
  health: NeighbourPipeline['health'],
  late = false,
): NeighbourPipeline => ({
  entityRef: name,
  from,
  name,
  health,
  late,
  distance: 1,
});

describe('findBlockages', () => {
  it.each([
    ['nothing', [], []],
    ['what is well', [pipeline('a', 'me', 'succeeded')], []],
    ['what runs', [pipeline('a', 'me', 'running')], []],
    [
      'the one that failed',
      [pipeline('a', 'me', 'failed'), pipeline('b', 'a', 'succeeded')],
      ['a'],
    ],
    [
      'the first of two in a row',
      [
        pipeline('a', 'me', 'succeeded', true),
        pipeline('b', 'a', 'partially-failed'),
      ],
      ['b'],
    ],
    [
      'two beside each other',
      [pipeline('a', 'me', 'stopped'), pipeline('b', 'me', 'failed')],
      ['a', 'b'],
    ],
  ])('finds %s', (_, upstream, names) => {
    expect(findBlockages(upstream).map(({ name }) => name)).toEqual(names);
  });
});
