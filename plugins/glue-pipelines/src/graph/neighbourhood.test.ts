import { GraphLayout } from './layout';
import { neighbourhood } from './neighbourhood';

const box = (id: string, x: number, y: number) => ({
  id,
  x,
  y,
  width: 100,
  height: 50,
});
const layout: GraphLayout = {
  width: 1000,
  height: 400,
  nodes: [
    box('start', 12, 100),
    box('left', 200, 12),
    box('right', 200, 200),
    box('end', 400, 100),
  ],
  edges: [
    { sourceId: 'start', targetId: 'left', points: [] },
    { sourceId: 'start', targetId: 'right', points: [] },
    { sourceId: 'left', targetId: 'end', points: [] },
  ],
};

it.each([
  ['start', { x: 0, y: 0, width: 312, height: 262 }],
  ['right', { x: 0, y: 88, width: 312, height: 174 }],
  ['end', { x: 188, y: 0, width: 324, height: 162 }],
])('holds what is before and after %s', (id, around) => {
  expect(neighbourhood(layout, id)).toEqual({
    node: layout.nodes.find(node => node.id === id),
    around,
  });
});

it('is nothing of a node that the graph does not have', () => {
  expect(neighbourhood(layout, 'gone')).toBeUndefined();
  expect(neighbourhood(layout, undefined)).toBeUndefined();
});
