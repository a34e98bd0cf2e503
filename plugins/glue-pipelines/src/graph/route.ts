export interface Point {
  x: number;
  y: number;
}

/** A column of nodes or of words: in it edges run level. */
export interface Band {
  middle: number;
  left: number;
  right: number;
}

interface Rectangle extends Point {
  width: number;
  height: number;
}

/** How far edges run level before and after a band. */
const CLEARANCE = 8;

const round = (value: number) => Math.round(value * 10) / 10;

const bandAt = (bands: readonly Band[], x: number) =>
  bands.find(({ middle }) => Math.abs(middle - x) < 1);

/** Without points that say nothing: repeated ones, and those within a level line. */
function withoutRepetition(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    if (last && last.x === point.x && last.y === point.y) {
      continue;
    }
    const before = kept[kept.length - 2];
    if (before && before.y === last.y && last.y === point.y) {
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

interface Way {
  source: Rectangle;
  target: Rectangle;
  /** Where it passes the ranks between its ends. */
  bends: readonly Point[];
  bands: readonly Band[];
}

/**
 * The way of an edge: from the middle of the source's right side to the middle
 * of the target's left side. It passes every band in which it bends on one
 * level, where the layout keeps nodes away, and changes level only between
 * bands, where there are no nodes. So it never crosses one.
 */
export function routeEdge({ source, target, bends, bands }: Way): Point[] {
  const begin = { x: source.x + source.width, y: source.y + source.height / 2 };
  const end = { x: target.x, y: target.y + target.height / 2 };
  const leaves = bandAt(bands, source.x + source.width / 2)!.right + CLEARANCE;
  const arrives = bandAt(bands, target.x + target.width / 2)!.left - CLEARANCE;
  const between = bends.flatMap(({ x, y }) => {
    const band = bandAt(bands, x);
    return band
      ? [
          { x: band.left - CLEARANCE, y },
          { x: band.right + CLEARANCE, y },
        ]
      : [];
  });
  const points = [
    begin,
    { x: leaves, y: begin.y },
    ...between,
    { x: arrives, y: end.y },
    end,
  ];
  return withoutRepetition(
    points.map(({ x, y }) => ({ x: round(x), y: round(y) })),
  );
}

const SAMPLES = 24;

/** Points along the drawn edge; see `edgePath`. */
export function pointsAlong(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return Array.from({ length: SAMPLES + 1 }, (_, step) => {
      const t = step / SAMPLES;
      // A cubic Bézier curve whose inner points are level with its ends, halfway between them.
      const ofX = 1.5 * t * (1 - t) + t ** 3;
      const ofY = 3 * (1 - t) * t ** 2 + t ** 3;
      return {
        x: from.x + (to.x - from.x) * (from.y === to.y ? t : ofX),
        y: from.y + (to.y - from.y) * ofY,
      };
    });
  });
}

export function isWithin({ x, y }: Point, box: Rectangle, margin: number) {
  return (
    x > box.x - margin &&
    x < box.x + box.width + margin &&
    y > box.y - margin &&
    y < box.y + box.height + margin
  );
}

/** An SVG path along the way of an edge: level lines, and between levels a smooth curve. */
export function edgePath(points: readonly Point[]): string {
  if (points.length < 2) {
    return '';
  }
  const [begin, ...rest] = points;
  let last = begin;
  const parts = rest.map(point => {
    const { x, y } = last;
    last = point;
    if (point.y === y) {
      return `H ${point.x}`;
    }
    const middle = round((x + point.x) / 2);
    return `C ${middle} ${y} ${middle} ${point.y} ${point.x} ${point.y}`;
  });
  return `M ${begin.x} ${begin.y} ${parts.join(' ')}`;
}

const HEAD = { length: 8, halfWidth: 4 };

/** An SVG path of a small arrow head that points right and ends at the last point. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points[points.length - 1];
  if (points.length < 2) {
    return '';
  }
  const x = round(tip.x - HEAD.length);
  return `M ${tip.x} ${tip.y} L ${x} ${round(tip.y - HEAD.halfWidth)} L ${x} ${round(
    tip.y + HEAD.halfWidth,
  )} Z`;
}
