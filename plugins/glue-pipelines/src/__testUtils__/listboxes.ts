const FRAME_PX = 600;
const LINE_PX = 20;

const isFrame = (element: Element) =>
  element.getAttribute('role') === 'listbox';

/**
 * Lays out listboxes with a height of 600 pixels and lines of 20, and lets them
 * be scrolled: jsdom does neither.
 *
 * @returns a function that takes that back
 */
export function layOutListboxes(): () => void {
  const prototype = HTMLElement.prototype;
  const before = Object.getOwnPropertyDescriptors(prototype);
  const define = (name: string, get: (element: HTMLElement) => number) =>
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return get(this);
      },
    });
  define('offsetHeight', element => (isFrame(element) ? FRAME_PX : LINE_PX));
  define('offsetWidth', () => 800);
  define('clientHeight', element => (isFrame(element) ? FRAME_PX : LINE_PX));
  define('scrollHeight', ({ firstElementChild }) =>
    parseFloat((firstElementChild as HTMLElement)?.style?.height || '0'),
  );
  prototype.scrollTo = function scrollTo(this: HTMLElement, options?: unknown) {
    scrollListbox(this, (options as ScrollToOptions).top ?? 0);
  } as typeof prototype.scrollTo;
  return () => {
    for (const name of [
      'offsetHeight',
      'offsetWidth',
      'clientHeight',
      'scrollHeight',
      'scrollTo',
    ]) {
      if (before[name as keyof typeof before]) {
        Object.defineProperty(prototype, name, before[name as never]);
      } else {
        delete prototype[name as never];
      }
    }
  };
}

/** Scrolls as a reader does, to so many pixels from the start. */
export function scrollListbox(listbox: HTMLElement, top: number) {
  const most = Math.max(0, listbox.scrollHeight - listbox.clientHeight);
  listbox.scrollTop = Math.min(Math.max(0, top), most);
  listbox.dispatchEvent(new Event('scroll', { bubbles: true }));
}
