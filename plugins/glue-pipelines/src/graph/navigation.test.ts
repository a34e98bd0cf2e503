import { layoutGraph } from './layout';
import { firstNode, GraphKey, isGraphKey, nextNode } from './navigation';

/**
 * start -> prepare -> crawl-a -> load
 *                  -> crawl-b -> load
 */
const layout = layoutGraph({
  nodes: ['start', 'prepare', 'crawl-a', 'crawl-b', 'load'].map(id => ({
    id,
    width: 180,
    height: 72,
  })),
  edges: [
    ['start', 'prepare'],
    ['prepare', 'crawl-a'],
    ['prepare', 'crawl-b'],
    ['crawl-a', 'load'],
    ['crawl-b', 'load'],
  ].map(([sourceId, targetId]) => ({ sourceId, targetId })),
});
const y = (id: string) => layout.nodes.find(node => node.id === id)!.y;
const [upper, lower] =
  y('crawl-a') < y('crawl-b') ? ['crawl-a', 'crawl-b'] : ['crawl-b', 'crawl-a'];

describe('nextNode', () => {
  it.each<[string, GraphKey, string]>([
    ['start', 'ArrowRight', 'prepare'],
    ['prepare', 'ArrowRight', upper],
    ['prepare', 'ArrowLeft', 'start'],
    [upper, 'ArrowDown', lower],
    [lower, 'ArrowUp', upper],
    [upper, 'ArrowUp', upper],
    [lower, 'ArrowDown', lower],
    [lower, 'ArrowRight', 'load'],
    ['load', 'ArrowRight', 'load'],
    ['start', 'ArrowLeft', 'start'],
    ['start', 'ArrowDown', 'start'],
    ['load', 'Home', 'start'],
    ['start', 'End', 'load'],
    ['gone', 'ArrowRight', 'start'],
  ])('leads from %s by %s to %s', (from, key, to) => {
    expect(nextNode(layout, from, key)).toBe(to);
  });

  it('stays in an empty graph', () => {
    const empty = layoutGraph({ nodes: [], edges: [] });
    expect(nextNode(empty, 'a', 'Home')).toBe('a');
    expect(firstNode(empty)).toBeUndefined();
  });
});

it('begins at the leftmost node', () => {
  expect(firstNode(layout)).toBe('start');
});

it.each([
  ['ArrowUp', true],
  ['Enter', false],
])('takes %s for its own: %s', (key, own) => {
  expect(isGraphKey(key)).toBe(own);
});
