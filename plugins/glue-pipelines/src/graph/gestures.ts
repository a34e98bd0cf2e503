import { Point } from './route';

/** Below this the hand was not quite still, and it is a click. In pixels. */
const DRAG_THRESHOLD = 4;

/** A point of the window, in pixels from an element's top left corner. */
function within(element: HTMLElement, x: number, y: number): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: x - left, y: y - top };
}

/**
 * Lets a pointer drag what an element shows; fingers do so by themselves.
 * @param onMoved - somebody moved it, by dragging or by the scroll bar
 * @returns what ends it
 */
export function dragToScroll(element: HTMLElement, onMoved: () => void) {
  let stop: (() => void) | undefined;
  const onPointerDown = (down: PointerEvent) => {
    if (down.button !== 0 || down.pointerType === 'touch') {
      return;
    }
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = element;
    const at = within(element, down.clientX, down.clientY);
    if (
      down.target === element &&
      (at.x > clientWidth || at.y > clientHeight)
    ) {
      // On its scroll bar.
      onMoved();
      return;
    }
    let isDragging = false;
    const onPointerMove = (move: PointerEvent) => {
      const x = move.clientX - down.clientX;
      const y = move.clientY - down.clientY;
      if (!isDragging && Math.hypot(x, y) >= DRAG_THRESHOLD) {
        isDragging = true;
        element.dataset.dragging = 'true';
        onMoved();
      }
      if (isDragging) {
        element.scrollLeft = scrollLeft - x;
        element.scrollTop = scrollTop - y;
      }
    };
    const onPointerUp = () => {
      stop?.();
      if (isDragging) {
        // Where the drag ends is no click.
        const ignore = (click: Event) => click.stopPropagation();
        element.addEventListener('click', ignore, { capture: true });
        setTimeout(() =>
          element.removeEventListener('click', ignore, { capture: true }),
        );
      }
    };
    stop?.();
    stop = () => {
      delete element.dataset.dragging;
      window.removeEventListener('pointermove', onPointerMove);
      window.removeEventListener('pointerup', onPointerUp);
      window.removeEventListener('pointercancel', onPointerUp);
      stop = undefined;
    };
    window.addEventListener('pointermove', onPointerMove);
    window.addEventListener('pointerup', onPointerUp);
    window.addEventListener('pointercancel', onPointerUp);
  };
  element.addEventListener('pointerdown', onPointerDown);
  return () => {
    stop?.();
    element.removeEventListener('pointerdown', onPointerDown);
  };
}

/**
 * Zooms by the wheel with Ctrl or Cmd, which is also how browsers report a
 * pinch on a trackpad. The plain wheel stays the page's.
 * @param onZoom - with the turn and the pointer's place on the element
 * @param onMoved - somebody scrolled the element sideways
 * @returns what ends it
 */
export function zoomByWheel(
  element: HTMLElement,
  onZoom: (wheel: WheelEvent, at: Point) => void,
  onMoved: () => void,
) {
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      onZoom(event, within(element, event.clientX, event.clientY));
    } else if (event.shiftKey || event.deltaX !== 0) {
      onMoved();
    }
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => element.removeEventListener('wheel', onWheel);
}

interface Pinch {
  /** Between the fingers, in pixels. */
  distance: number;
  middle: Point;
}

function pinchOf({ touches }: TouchEvent): Pinch {
  const [a, b] = [touches[0], touches[1]];
  return {
    distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    middle: {
      x: (a.clientX + b.clientX) / 2,
      y: (a.clientY + b.clientY) / 2,
    },
  };
}

/**
 * Zooms and moves by two fingers; one scrolls the page or, sideways, the
 * element.
 * @param onZoom - with the factor since the last call and the fingers' middle on the element
 * @param onMoved - somebody moved it
 * @returns what ends it
 */
export function zoomByPinch(
  element: HTMLElement,
  onZoom: (factor: number, at: Point) => void,
  onMoved: () => void,
) {
  let last: Pinch | undefined;
  let scrollLeft = 0;
  const onTouch = (event: TouchEvent) => {
    last = event.touches.length === 2 ? pinchOf(event) : undefined;
    scrollLeft = element.scrollLeft;
  };
  const onTouchMove = (event: TouchEvent) => {
    if (event.touches.length !== 2 || !last) {
      if (element.scrollLeft !== scrollLeft) {
        onMoved();
      }
      return;
    }
    onMoved();
    event.preventDefault();
    const pinch = pinchOf(event);
    element.scrollLeft -= pinch.middle.x - last.middle.x;
    element.scrollTop -= pinch.middle.y - last.middle.y;
    onZoom(
      pinch.distance / last.distance,
      within(element, pinch.middle.x, pinch.middle.y),
    );
    last = pinch;
  };
  element.addEventListener('touchstart', onTouch);
  element.addEventListener('touchend', onTouch);
  element.addEventListener('touchmove', onTouchMove, { passive: false });
  return () => {
    element.removeEventListener('touchstart', onTouch);
    element.removeEventListener('touchend', onTouch);
    element.removeEventListener('touchmove', onTouchMove);
  };
}
