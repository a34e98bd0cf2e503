import { arrowHead, edgePath, pointsAlong, routeEdge } from './route';

const bands = [
  { middle: 50, left: 0, right: 100 },
  { middle: 250, left: 200, right: 300 },
  { middle: 450, left: 400, right: 500 },
];
const source = { x: 20, y: 0, width: 60, height: 40 };

describe('routeEdge', () => {
  it('goes straight to a neighbour on its level', () => {
    const target = { ...source, x: 220 };
    expect(routeEdge({ source, target, bends: [], bands })).toEqual([
      { x: 80, y: 20 },
      { x: 220, y: 20 },
    ]);
  });

  it('changes level between bands only', () => {
    const target = { ...source, x: 400, y: 200, width: 100 };
    const bends = [
      { x: 150, y: 70 },
      { x: 250, y: 90 },
      { x: 350, y: 90 },
    ];
    expect(routeEdge({ source, target, bends, bands })).toEqual([
      { x: 80, y: 20 },
      { x: 108, y: 20 },
      { x: 192, y: 90 },
      { x: 308, y: 90 },
      { x: 392, y: 220 },
      { x: 400, y: 220 },
    ]);
  });
});

describe('edgePath', () => {
  it.each([
    ['nothing', [], ''],
    [
      'a level line',
      [
        { x: 0, y: 5 },
        { x: 10, y: 5 },
      ],
      'M 0 5 H 10',
    ],
    [
      'a change of level',
      [
        { x: 0, y: 5 },
        { x: 4, y: 5 },
        { x: 10, y: 25 },
        { x: 12, y: 25 },
      ],
      'M 0 5 H 4 C 7 5 7 25 10 25 H 12',
    ],
  ])('draws %s', (_, points, path) => {
    expect(edgePath(points)).toBe(path);
  });
});

it('knows the points of a curve as the browser draws it', () => {
  const points = pointsAlong([
    { x: 0, y: 0 },
    { x: 10, y: 20 },
  ]);
  expect(points[0]).toEqual({ x: 0, y: 0 });
  // The Bézier curve of 0 0, 5 0, 5 20, 10 20 at a quarter and a half of its way.
  expect(points[6]).toEqual({ x: 2.96875, y: 3.125 });
  expect(points[12]).toEqual({ x: 5, y: 10 });
  expect(points[24]).toEqual({ x: 10, y: 20 });
});

describe('arrowHead', () => {
  it.each([
    ['no line', [{ x: 1, y: 1 }], ''],
    [
      'a line',
      [
        { x: 0, y: 5 },
        { x: 20, y: 5 },
      ],
      'M 20 5 L 12 1 L 12 9 Z',
    ],
  ])('ends %s', (_, points, path) => {
    expect(arrowHead(points)).toBe(path);
  });
});
