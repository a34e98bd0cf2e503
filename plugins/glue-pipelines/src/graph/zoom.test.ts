import { fitScale, initialScale, zoomStep } from './zoom';

const frame = { width: 800, height: 400 };

describe('fitScale and initialScale', () => {
  it.each([
    ['a small graph at 100 %', { width: 400, height: 100 }, 1, 1],
    ['a wide graph by its width', { width: 1000, height: 100 }, 0.8, 0.8],
    ['a tall graph by its height', { width: 100, height: 500 }, 0.8, 0.8],
    ['a huge graph, readable at first', { width: 4000, height: 100 }, 0.2, 0.8],
    ['a graph beyond all measure', { width: 80000, height: 100 }, 0.1, 0.8],
    ['an empty graph', { width: 0, height: 0 }, 1, 1],
  ])('show %s', (_, graph, fit, initial) => {
    expect(fitScale(graph, frame)).toBe(fit);
    expect(initialScale(graph, frame)).toBe(initial);
  });
});

describe('zoomStep', () => {
  it.each([
    [1, 1, 1.25],
    [1, -1, 0.8],
    [0.83, 1, 1],
    [0.83, -1, 0.8],
    [2, 1, 2],
    [0.1, -1, 0.1],
  ] as const)(
    'goes from %s in direction %s to %s',
    (scale, direction, next) => {
      expect(zoomStep(scale, direction)).toBe(next);
    },
  );
});
