import {
  RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { dragToScroll, zoomByPinch, zoomByWheel } from './gestures';
import { Box } from './layout';
import { Point } from './route';
import { useElementSize } from './useElementSize';
import {
  fitScale,
  initialScale,
  scaleToSee,
  scrollForScale,
  scrollToShow,
  Size,
  View,
  wheelScale,
  withinLimits,
} from './zoom';

function sizeOf({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth, height: clientHeight };
}

/** A point of the frame that keeps what it shows while the scale changes. */
interface Anchor {
  view: View;
  at: Point;
}

function middleOf(element: HTMLElement, scale: number): Anchor {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
  return {
    view: { scale, left: scrollLeft, top: scrollTop },
    at: { x: clientWidth / 2, y: clientHeight / 2 },
  };
}

function scrollTo(
  element: HTMLElement,
  { left, top }: Pick<View, 'left' | 'top'>,
  isGentle: boolean,
) {
  const wantsStillness = window.matchMedia?.(
    '(prefers-reduced-motion: reduce)',
  ).matches;
  if (isGentle && !wantsStillness && element.scrollTo) {
    element.scrollTo({ left, top, behavior: 'smooth' });
  } else {
    element.scrollLeft = left;
    element.scrollTop = top;
  }
}

/** How a graph is scrolled and zoomed within its frame. */
export interface PanZoom {
  scale: number;
  /** The scale at which nothing in particular is looked at. */
  initial: number;
  /** The frame's width; 0 before it is known. */
  width: number;
  /** `fit` stays so when the frame changes its size. */
  zoomTo: (scale: number | 'fit') => void;
  /** Scrolls to a box, and what is around it as far as there is room, unless it can be seen already. */
  show: (box: Box, isGentle: boolean, around?: Box) => void;
}

/**
 * Pan and zoom of a graph in a frame that scrolls.
 * @param graph - its size at 100 %
 * @param around - what should be seen at once; made smaller for it until somebody zooms
 * @param onMoved - somebody looks elsewhere: dragged, scrolled or pinched
 */
export function usePanZoom(
  frame: RefObject<HTMLElement>,
  graph: Size,
  maxHeight: number,
  around: Size | undefined,
  onMoved: () => void,
): PanZoom {
  const { width } = useElementSize(frame);
  const room = { width, height: maxHeight };
  const initial = initialScale(graph, room);
  const [zoom, setZoom] = useState<number | 'fit' | 'initial'>('initial');
  const named = {
    fit: fitScale(graph, room),
    initial: scaleToSee(around, graph, room),
  };
  const scale = typeof zoom === 'number' ? zoom : named[zoom];

  // The newest scale that somebody asked for, which may not be drawn yet.
  const asked = useRef(scale);
  asked.current = scale;
  const drawn = useRef(scale);
  const anchor = useRef<Anchor>();

  const zoomAt = useCallback(
    (next: number | 'fit', at?: Point) => {
      const element = frame.current;
      if (element && !anchor.current) {
        const middle = middleOf(element, drawn.current);
        anchor.current = { ...middle, at: at ?? middle.at };
      }
      const limited = next === 'fit' ? next : withinLimits(next);
      asked.current = limited === 'fit' ? asked.current : limited;
      setZoom(limited);
    },
    [frame],
  );

  const graphSize = useRef(graph);
  graphSize.current = graph;
  useLayoutEffect(() => {
    const element = frame.current;
    if (element && drawn.current !== scale) {
      const { view, at } = anchor.current ?? middleOf(element, drawn.current);
      scrollTo(
        element,
        scrollForScale(view, scale, at, graphSize.current, sizeOf(element)),
        false,
      );
    }
    drawn.current = scale;
    anchor.current = undefined;
  });

  const moved = useRef(onMoved);
  moved.current = onMoved;
  useEffect(() => {
    const element = frame.current;
    if (!element) {
      return undefined;
    }
    const onHand = () => moved.current();
    const ends = [
      dragToScroll(element, onHand),
      zoomByWheel(
        element,
        (wheel, at) => {
          onHand();
          zoomAt(wheelScale(asked.current, wheel), at);
        },
        onHand,
      ),
      zoomByPinch(
        element,
        (factor, at) => zoomAt(asked.current * factor, at),
        onHand,
      ),
    ];
    return () => ends.forEach(end => end());
  }, [frame, zoomAt]);

  const zoomTo = useCallback((next: number | 'fit') => zoomAt(next), [zoomAt]);
  const show = useCallback(
    (box: Box, isGentle: boolean, beside?: Box) => {
      const element = frame.current;
      const scroll =
        element &&
        scrollToShow(
          box,
          {
            scale: drawn.current,
            left: element.scrollLeft,
            top: element.scrollTop,
          },
          graphSize.current,
          sizeOf(element),
          beside,
        );
      if (element && scroll) {
        scrollTo(element, scroll, isGentle);
      }
    },
    [frame],
  );
  return { scale, initial, width, zoomTo, show };
}
