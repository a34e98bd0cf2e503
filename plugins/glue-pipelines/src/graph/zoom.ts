import { Point } from './route';

export interface Size {
  width: number;
  height: number;
}

const STEPS = [0.1, 0.25, 0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2];
const MIN = STEPS[0];
const MAX = STEPS[STEPS.length - 1];
/** Below this, names are no longer readable: scrolling is better than squinting. */
const READABLE = 0.7;
/** Below this not even their beginnings are. */
const RECOGNIZABLE = 0.5;

/** The scale at which the whole graph is visible; never larger than 100 %. */
export function fitScale(graph: Size, frame: Size): number {
  if (!graph.width || !graph.height || !frame.width || !frame.height) {
    return 1;
  }
  const scale = Math.min(
    1,
    frame.width / graph.width,
    frame.height / graph.height,
  );
  return Math.max(MIN, Math.floor(scale * 1000) / 1000);
}

/** The scale at which a graph is first shown: whole where that stays readable. */
export function initialScale(graph: Size, frame: Size): number {
  return Math.max(READABLE, fitScale(graph, frame));
}

/** That scale, or a smaller one at which what is looked at fits beside its details. */
export function scaleToSee(
  around: Size | undefined,
  graph: Size,
  frame: Size,
): number {
  const initial = initialScale(graph, frame);
  return around
    ? Math.min(initial, Math.max(RECOGNIZABLE, fitScale(around, frame)))
    : initial;
}

/** The next step up (1) or down (-1) from a scale. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? STEPS.find(step => step > scale + 0.001)
      : [...STEPS].reverse().find(step => step < scale - 0.001);
  return next ?? scale;
}

/** What a key asks for: plus, minus, 0 for the whole graph and 1 for 100 %. */
export function zoomKey(
  key: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  scale: number,
): number | 'fit' | undefined {
  // With these, they change the size of the page.
  if (key.ctrlKey || key.metaKey || key.altKey) {
    return undefined;
  }
  switch (key.key) {
    case '+':
    case '=':
      return zoomStep(scale, 1);
    case '-':
      return zoomStep(scale, -1);
    case '0':
      return 'fit';
    case '1':
      return 1;
    default:
      return undefined;
  }
}

/** Of a wheel, so that a notch, which browsers give as 100 and more, is one gentle step. */
const NOTCH = 25;
const LINES = 1;
const PIXELS_PER_LINE = 16;

/** The scale after a turn of the wheel or a pinch on a trackpad, which comes as one. */
export function wheelScale(
  scale: number,
  { deltaY, deltaMode }: Pick<WheelEvent, 'deltaY' | 'deltaMode'>,
): number {
  const pixels = deltaMode === LINES ? deltaY * PIXELS_PER_LINE : deltaY;
  const turn = Math.min(NOTCH, Math.max(-NOTCH, pixels));
  return withinLimits(scale * 2 ** (-turn / 80));
}

export function withinLimits(scale: number): number {
  return Math.min(MAX, Math.max(MIN, scale));
}

/** Where a frame is scrolled to, and at which scale it shows the graph. */
export interface View {
  scale: number;
  left: number;
  top: number;
}

/** Free room on one side of a graph that is smaller than its frame, which centres it. */
const inset = (graph: number, frame: number) =>
  Math.max(0, (frame - graph) / 2);

/**
 * Where to scroll for a new scale, so that what was at a point of the frame
 * stays there.
 *
 * @param at - in pixels from the frame's top left corner
 */
export function scrollForScale(
  view: View,
  scale: number,
  at: Point,
  graph: Size,
  frame: Size,
): Pick<View, 'left' | 'top'> {
  const along = (
    scroll: number,
    point: number,
    graphSize: number,
    frameSize: number,
  ) => {
    const onGraph =
      (scroll + point - inset(graphSize * view.scale, frameSize)) / view.scale;
    return onGraph * scale + inset(graphSize * scale, frameSize) - point;
  };
  return {
    left: along(view.left, at.x, graph.width, frame.width),
    top: along(view.top, at.y, graph.height, frame.height),
  };
}

/**
 * Where to scroll so that a box can be seen: to its middle, or nowhere if it
 * can be seen already.
 *
 * @param box - in pixels at 100 %
 * @param around - what should be seen with it, upright and across each where there is room
 */
export function scrollToShow(
  box: Point & Size,
  view: View,
  graph: Size,
  frame: Size,
  around = box,
): Pick<View, 'left' | 'top'> | undefined {
  const { scale, left, top } = view;
  const wide = around.width * scale <= frame.width ? around : box;
  const high = around.height * scale <= frame.height ? around : box;
  const x = wide.x * scale + inset(graph.width * scale, frame.width);
  const y = high.y * scale + inset(graph.height * scale, frame.height);
  const width = wide.width * scale;
  const height = high.height * scale;
  const isVisible =
    x >= left &&
    x + width <= left + frame.width &&
    y >= top &&
    y + height <= top + frame.height;
  return isVisible
    ? undefined
    : {
        left: x + width / 2 - frame.width / 2,
        top: y + height / 2 - frame.height / 2,
      };
}
