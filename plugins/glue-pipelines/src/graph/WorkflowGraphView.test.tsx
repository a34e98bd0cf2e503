import dagre from '@dagrejs/dagre';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  NodeState,
  WorkflowGraph,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import {
  covidHiringGraph,
  failedRun,
  nodeNamed,
  runningRun,
  succeededRun,
} from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { lastAttempt } from '../nodes/nodeFacts';
import { joinedGraph } from './__testUtils__/graphs';
import { WorkflowGraphView } from './WorkflowGraphView';

// Called once for each drawing of a step.
jest.mock('../nodes/nodeFacts', () => {
  const actual = jest.requireActual('../nodes/nodeFacts');
  return { ...actual, lastAttempt: jest.fn(actual.lastAttempt) };
});

const onOpen = jest.fn();

/** Some graphs of one workflow; a button shows the next. */
function Graphs(props: {
  graphs: WorkflowGraph[];
  triggers?: boolean;
  selectedId?: string;
}) {
  const [index, setIndex] = useState(0);
  const [showTriggers, setShowTriggers] = useState(props.triggers ?? false);
  return (
    <>
      <button onClick={() => setIndex(index + 1)}>next</button>
      <WorkflowGraphView
        graph={props.graphs[index]}
        workflowName="covid-hiring"
        selectedId={props.selectedId}
        showTriggers={showTriggers}
        onShowTriggers={setShowTriggers}
        onOpen={onOpen}
      />
    </>
  );
}

const show = (...graphs: WorkflowGraph[]) =>
  renderInTestApp(<Graphs graphs={graphs} />);
const showNext = () => userEvent.click(screen.getByText('next'));

function graph() {
  return within(screen.getByRole('group', { name: /^Graph of covid-hiring/ }));
}

const button = (name: string | RegExp) => graph().getByRole('button', { name });
const names = () =>
  graph()
    .getAllByRole('button')
    .map(node => node.textContent);

describe('WorkflowGraphView', () => {
  beforeEach(() => jest.restoreAllMocks());

  it('shows what starts it and every step with what it did, in the order of the flow', () => {
    const { nodes, edges } = failedRun.graph;
    show({ nodes: [...nodes].reverse(), edges });
    const expected = [
      'Trigger covid-hiring-start Fired At 06:00 (UTC)',
      'Job covid-hiring-prepare Succeeded 3 s',
      'Crawler covid-hiring-crawl-raw Succeeded 4 s',
      'Job covid-hiring-transform Failed 11 s',
      'Crawler covid-hiring-crawl-processed Not reached',
      'Job covid-hiring-load Not reached',
    ];
    const shown = graph().getAllByRole('button');
    expect(shown).toHaveLength(expected.length);
    shown.forEach((node, index) =>
      expect(node).toHaveAccessibleName(expected[index]),
    );
  });

  it('speaks German to who has chosen that', async () => {
    renderOnEntity(<Graphs graphs={[failedRun.graph]} />, { language: 'de' });
    const inGerman = within(
      await screen.findByRole('group', {
        name: /^Graph von covid-hiring: Pfeiltasten folgen den Kanten/,
      }),
    );
    expect(
      inGerman.getByRole('button', {
        name: 'Job covid-hiring-transform Fehlgeschlagen 11 s',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Exportieren' }),
    ).toBeInTheDocument();
  });

  it('says of a step on what it starts', () => {
    show(failedRun.graph);
    expect(button(/^Job covid-hiring-load/)).toHaveAccessibleDescription(
      /^covid-hiring-load\s+After all of: covid-hiring-crawl-processed SUCCEEDED$/,
    );
  });

  it('shows all triggers by one switch', async () => {
    show(failedRun.graph);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Triggers' }));
    expect(graph().getAllByRole('button')).toHaveLength(10);
    expect(
      button('Trigger covid-hiring-crawl-processed Not reached'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Triggers' }));
    expect(graph().getAllByRole('button')).toHaveLength(6);
  });

  it('has no switch where nothing but the start is a trigger', () => {
    const [start, step] = covidHiringGraph.nodes;
    show({
      nodes: [start, step],
      edges: [{ sourceId: start.id, destinationId: step.id }],
    });
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('tells joins of all from joins of any, and branches on failure', () => {
    show(joinedGraph);
    expect(button('Trigger on-clean AND Never run')).toBeVisible();
    expect(button('Trigger on-trouble ANY Never run')).toBeVisible();
    expect(screen.getAllByText('on failure')).toHaveLength(3);
  });

  it('tells so of triggers that are shown, too', () => {
    renderInTestApp(<Graphs graphs={[joinedGraph]} triggers />);
    expect(button('Trigger on-clean Never run AND')).toBeVisible();
    expect(screen.getAllByText('on failure')).toHaveLength(3);
  });

  it('shows which edge a chosen trigger is, where it is not shown itself', () => {
    const { container } = renderInTestApp(
      <Graphs graphs={[joinedGraph]} selectedId="on-orders" />,
    );
    const strokes = [...container.querySelectorAll('g')].map(edge => [
      edge.querySelector('title')?.textContent,
      edge.querySelector('path')?.getAttribute('stroke'),
    ]);
    const [[title], ...others] = strokes.filter(
      ([, stroke], _, all) =>
        all.filter(([, other]) => other === stroke).length === 1,
    );
    expect(title).toBe(
      'extract-orders → clean-orders\nTrigger on-orders: all of: extract-orders SUCCEEDED',
    );
    expect(others).toEqual([]);
  });

  it('counts the attempts of a step that was retried', () => {
    const nodes = failedRun.graph.nodes.map(node => ({
      ...node,
      attempts: [...node.attempts, ...node.attempts],
    }));
    show({ nodes, edges: failedRun.graph.edges });
    expect(
      button('Job covid-hiring-transform 2 attempts Failed 11 s'),
    ).toBeVisible();
  });

  it('is one tab stop, follows the edges by arrow keys and opens by Enter', async () => {
    const user = userEvent.setup();
    show(failedRun.graph);
    const stops = graph()
      .getAllByRole('button')
      .filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);

    act(() => stops[0].focus());
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(
      'Job covid-hiring-prepare Succeeded 3 s',
    );
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{End}');
    expect(document.activeElement).toHaveAccessibleName(
      'Job covid-hiring-load Not reached',
    );
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith(
      nodeNamed(covidHiringGraph, 'load').id,
    );
    await user.tab();
    expect(document.activeElement).toHaveAccessibleName('Triggers');
  });

  it('only recolours when another run is shown', async () => {
    const layout = jest.spyOn(dagre, 'layout');
    show(failedRun.graph, succeededRun.graph);
    const load = button('Job covid-hiring-load Not reached');
    const place = load.getAttribute('style');
    await showNext();
    expect(load).toHaveAccessibleName('Job covid-hiring-load Succeeded 8 s');
    expect(load).toHaveAttribute('style', place);
    expect(layout).toHaveBeenCalledTimes(1);
  });

  it('draws again only the step whose state changed', async () => {
    const [first, ...others] = joinedGraph.nodes;
    show(joinedGraph, {
      ...joinedGraph,
      nodes: [{ ...first, state: 'running' }, ...others],
    });
    jest.mocked(lastAttempt).mockClear();
    await showNext();
    expect(
      jest.mocked(lastAttempt).mock.calls.map(([node]) => node.id),
    ).toEqual([first.id]);
  });

  it('keeps its order and its layout when Glue gives another order', async () => {
    const layout = jest.spyOn(dagre, 'layout');
    const reversed = {
      nodes: [...joinedGraph.nodes].reverse(),
      edges: [...joinedGraph.edges].reverse(),
    };
    show(joinedGraph, reversed);
    const before = names();
    await showNext();
    expect(names()).toEqual(before);
    expect(layout).toHaveBeenCalledTimes(1);
  });

  it('can be made smaller and larger, by buttons and by keys', async () => {
    const user = userEvent.setup();
    show(failedRun.graph);
    const group = screen.getByRole('group', { name: /^Graph of/ });
    const width = () => Math.round(parseFloat(group.style.width));
    const whole = width();
    await user.click(screen.getByRole('button', { name: 'Smaller' }));
    expect(width()).toBe(Math.round(whole * 0.8));
    await user.click(screen.getByRole('button', { name: '100 %' }));
    expect(width()).toBe(whole);
    await user.click(screen.getByRole('button', { name: 'Larger' }));
    expect(width()).toBe(Math.round(whole * 1.25));

    act(() => button(/prepare/).focus());
    await user.keyboard('1');
    expect(width()).toBe(whole);
    await user.keyboard('--');
    expect(width()).toBe(Math.round(whole * 0.65));
    await user.keyboard('+');
    expect(width()).toBe(Math.round(whole * 0.8));
  });
});

/** jsdom lays nothing out: a frame of 400 pixels, in which the graph is wider. */
function mockFrame() {
  jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(120);
}

describe('what is in sight', () => {
  beforeEach(() => {
    jest.restoreAllMocks();
    mockFrame();
  });

  const frame = () =>
    screen.getByRole('group', { name: /^Graph of/ }).parentElement!;

  const withState = (name: string, state: NodeState): WorkflowGraph => ({
    edges: runningRun.graph.edges,
    nodes: runningRun.graph.nodes.map(node => {
      if (node.type === 'TRIGGER') {
        return node;
      }
      const isIt = node.name === `covid-hiring-${name}`;
      return { ...node, state: isIt ? state : 'succeeded' };
    }),
  });
  const preparing = withState('prepare', 'running');
  const loading = withState('load', 'running');

  it('follows what runs', async () => {
    show(preparing, loading);
    const first = frame().scrollLeft;
    await showNext();
    expect(frame().scrollLeft).toBeGreaterThan(first + 300);
  });

  it.each([
    ['gently', false, 1],
    ['at once for who wants no motion', true, 0],
  ])('follows %s', async (_, reduce, gentleScrolls) => {
    const scrollTo = jest.fn();
    // jsdom has neither.
    Object.assign(HTMLElement.prototype, { scrollTo });
    Object.assign(window, {
      matchMedia: () => ({
        matches: reduce,
        addListener: () => {},
        removeListener: () => {},
      }),
    });
    try {
      show(preparing, loading);
      await showNext();
      expect(scrollTo).toHaveBeenCalledTimes(gentleScrolls);
      expect(frame().scrollLeft > 300).toBe(reduce);
    } finally {
      Reflect.deleteProperty(HTMLElement.prototype, 'scrollTo');
      Reflect.deleteProperty(window, 'matchMedia');
    }
  });

  it('stays where somebody dragged it, until asked to follow', async () => {
    show(preparing, loading);
    fireEvent.pointerDown(frame(), { button: 0, clientX: 300, clientY: 50 });
    fireEvent.pointerMove(window, { clientX: 200, clientY: 50 });
    fireEvent.pointerUp(window);
    const dragged = frame().scrollLeft;
    await showNext();
    expect(frame().scrollLeft).toBe(dragged);

    const follow = screen.getByRole('button', { name: 'Follow' });
    expect(follow).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(follow);
    expect(frame().scrollLeft).toBeGreaterThan(dragged + 100);
    expect(follow).toHaveAttribute('aria-pressed', 'true');
  });

  it('stays where somebody went by keys', async () => {
    show(preparing, loading);
    act(() => button(/prepare/).focus());
    await userEvent.keyboard('{ArrowRight}');
    const before = frame().scrollLeft;
    await showNext();
    expect(frame().scrollLeft).toBe(before);
  });

  it('shows what is chosen with what is before and after it, smaller if need be', () => {
    renderInTestApp(
      <Graphs
        graphs={[succeededRun.graph]}
        selectedId={nodeNamed(covidHiringGraph, 'transform').id}
      />,
    );
    const sized = screen.getByRole('group', { name: /^Graph of/ });
    const scaled = sized.firstElementChild as HTMLElement;
    const scale =
      parseFloat(sized.style.width) / parseFloat(scaled.style.width);
    expect(scale).toBeLessThan(0.75);
    for (const name of [/crawl-raw/, /transform/, /crawl-processed/]) {
      const { left, width } = button(name).style;
      const from = parseFloat(left) * scale - frame().scrollLeft;
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from + parseFloat(width) * scale).toBeLessThanOrEqual(400);
    }
  });

  it('cannot be followed when nothing goes on', () => {
    show(succeededRun.graph);
    expect(
      screen.queryByRole('button', { name: 'Follow' }),
    ).not.toBeInTheDocument();
  });

  it('zooms by the wheel with Ctrl around the pointer', () => {
    show(succeededRun.graph);
    const element = frame();
    const group = screen.getByRole('group', { name: /^Graph of/ });
    const before = parseFloat(group.style.width);
    element.scrollLeft = 100;
    fireEvent.wheel(element, { ctrlKey: true, deltaY: -100, clientX: 200 });
    const factor = parseFloat(group.style.width) / before;
    expect(factor).toBeCloseTo(1.24, 2);
    // What was at 100 + 200 is at 300 times the factor, and still 200 from the left.
    expect(element.scrollLeft).toBeCloseTo(300 * factor - 200, 0);
  });
});
