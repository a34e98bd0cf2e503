interface Size {
  width: number;
  height: number;
}

const STEPS = [0.1, 0.25, 0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2];
/** Below this, names are no longer readable: scrolling is better than squinting. */
const READABLE = 0.8;

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
  return Math.max(STEPS[0], Math.floor(scale * 1000) / 1000);
}

/** The scale at which a graph is first shown: whole where that stays readable. */
export function initialScale(graph: Size, frame: Size): number {
  return Math.max(READABLE, fitScale(graph, frame));
}

/** The next step up (1) or down (-1) from a scale. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? STEPS.find(step => step > scale + 0.001)
      : [...STEPS].reverse().find(step => step < scale - 0.001);
  return next ?? scale;
}
