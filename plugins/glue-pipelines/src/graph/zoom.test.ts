import { covidHiringGraph } from '../__fixtures__/covidHiring';
import { english, german } from '../__testUtils__/texts';
import { layoutGraph } from './layout';
import { shownGraph } from './shownGraph';
import { structureOf } from './sizes';
import {
  fitScale,
  initialScale,
  scaleToSee,
  scrollForScale,
  scrollToShow,
  wheelScale,
  zoomKey,
  zoomStep,
} from './zoom';

const frame = { width: 800, height: 400 };

describe('fitScale and initialScale', () => {
  it.each([
    ['a small graph at 100 %', { width: 400, height: 100 }, 1, 1],
    ['a wide graph by its width', { width: 1000, height: 100 }, 0.8, 0.8],
    ['a tall graph by its height', { width: 100, height: 500 }, 0.8, 0.8],
    ['a huge graph, readable at first', { width: 4000, height: 100 }, 0.2, 0.7],
    ['a graph beyond all measure', { width: 80000, height: 100 }, 0.1, 0.7],
    ['an empty graph', { width: 0, height: 0 }, 1, 1],
  ])('show %s', (_, graph, fit, initial) => {
    expect(fitScale(graph, frame)).toBe(fit);
    expect(initialScale(graph, frame)).toBe(initial);
  });
});

describe('the graph of a pipeline', () => {
  // The room for it on a screen of 1440 pixels, beside the navigation.
  const page = { width: 1142, height: 600 };

  it.each([
    ['English', english],
    ['German', german],
  ])('is seen whole at first in %s', (_, t) => {
    const graph = layoutGraph(
      structureOf(
        shownGraph(t, covidHiringGraph, {
          workflowName: 'covid-hiring',
          showTriggers: false,
        }),
      ),
    );
    expect(initialScale(graph, page)).toBe(fitScale(graph, page));
  });
});

describe('scaleToSee', () => {
  const long = { width: 4000, height: 1000 };

  it.each([
    ['nothing in particular', undefined, 0.7],
    ['neighbours that fit', { width: 900, height: 400 }, 0.7],
    ['neighbours that are wider', { width: 1250, height: 100 }, 0.64],
    ['many neighbours', { width: 600, height: 3000 }, 0.5],
  ])('is for %s', (_, around, scale) => {
    expect(scaleToSee(around, long, frame)).toBe(scale);
  });

  it('is never larger than that of the graph', () => {
    const small = { width: 400, height: 100 };
    expect(scaleToSee({ width: 100, height: 50 }, small, frame)).toBe(1);
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

describe('wheelScale', () => {
  it.each([
    ['a notch up', { deltaY: -120, deltaMode: 0 }, 1.24],
    ['a notch down', { deltaY: 120, deltaMode: 0 }, 0.81],
    ['three lines down', { deltaY: 3, deltaMode: 1 }, 0.81],
    ['a pinch of a trackpad', { deltaY: -4, deltaMode: 0 }, 1.04],
  ])('follows %s', (_, wheel, scale) => {
    expect(wheelScale(1, wheel)).toBeCloseTo(scale, 2);
  });

  it.each([
    [2, -120, 2],
    [0.1, 120, 0.1],
  ])('at %s ends', (scale, deltaY, next) => {
    expect(wheelScale(scale, { deltaY, deltaMode: 0 })).toBe(next);
  });
});

describe('zoomKey', () => {
  const key = (name: string, more = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });

  it.each([
    ['+', 1.25],
    ['=', 1.25],
    ['-', 0.8],
    ['0', 'fit'],
    ['1', 1],
    ['a', undefined],
  ])('asks by %s for %s', (name, scale) => {
    expect(zoomKey(key(name), 1)).toBe(scale);
  });

  it("leaves the browser's own keys to it", () => {
    expect(zoomKey(key('+', { ctrlKey: true }), 1)).toBeUndefined();
    expect(zoomKey(key('0', { metaKey: true }), 1)).toBeUndefined();
  });
});

const graph = { width: 1000, height: 200 };

describe('scrollForScale', () => {
  it('keeps what is below the pointer there', () => {
    const view = { scale: 1, left: 100, top: 0 };
    // 300 of the graph are at 200 of the frame, and stay.
    expect(scrollForScale(view, 2, { x: 200, y: 0 }, graph, frame).left).toBe(
      400,
    );
  });

  it('counts the room around a graph that is smaller than its frame', () => {
    const view = { scale: 1, left: 0, top: 0 };
    // At 150 of the frame is 50 of the graph, which is 200 high and centred in 400.
    expect(scrollForScale(view, 4, { x: 0, y: 150 }, graph, frame).top).toBe(
      50,
    );
  });
});

describe('scrollToShow', () => {
  const view = { scale: 1, left: 0, top: 0 };
  const box = { y: 50, width: 100, height: 50 };

  it.each([
    ['what is in sight', 300, undefined],
    ['what is half in sight', 750, { left: 400, top: -25 }],
    ['what is out of sight', 900, { left: 550, top: -25 }],
  ])('for %s', (_, x, scroll) => {
    expect(scrollToShow({ ...box, x }, view, graph, frame)).toEqual(scroll);
  });

  it.each([
    ['its neighbours, too', 700, { left: 350, top: -25 }],
    ['itself, where they have no room', 900, { left: 500, top: -25 }],
  ])('shows %s', (_, width, scroll) => {
    const around = { x: 400, y: 50, width, height: 50 };
    expect(
      scrollToShow({ ...box, x: 850 }, view, graph, frame, around),
    ).toEqual(scroll);
  });
});
