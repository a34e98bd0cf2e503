import { RefObject, useLayoutEffect, useState } from 'react';

/** An element's inner size in pixels, kept up to date; zeros before the first measure. */
export function useElementSize(element: RefObject<HTMLElement>) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) {
      return undefined;
    }
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = observed;
      setSize(known =>
        known.width === width && known.height === height
          ? known
          : { width, height },
      );
    };
    measure();
    if (typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
