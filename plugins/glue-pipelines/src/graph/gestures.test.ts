import { fireEvent } from '@testing-library/react';
import { dragToScroll, zoomByPinch, zoomByWheel } from './gestures';

const onMoved = jest.fn();
const onZoom = jest.fn();
const onClick = jest.fn();
let element: HTMLElement;
let node: HTMLElement;
let end: () => void;

beforeEach(() => {
  jest.clearAllMocks();
  element = document.createElement('div');
  element.getBoundingClientRect = () => new DOMRect(10, 20, 400, 200);
  Object.defineProperties(element, {
    clientWidth: { value: 400 },
    clientHeight: { value: 190 },
  });
  node = document.createElement('button');
  node.addEventListener('click', onClick);
  element.append(node);
  document.body.append(element);
});

afterEach(() => {
  end();
  element.remove();
});

describe('dragToScroll', () => {
  const drag = (x: number, y: number, more = {}) => {
    fireEvent.pointerDown(node, {
      button: 0,
      clientX: 100,
      clientY: 100,
      ...more,
    });
    fireEvent.pointerMove(window, { clientX: 100 + x, clientY: 100 + y });
    fireEvent.pointerUp(window);
    fireEvent.click(node);
  };

  beforeEach(() => {
    end = dragToScroll(element, onMoved);
    element.scrollLeft = 50;
    element.scrollTop = 50;
  });

  it('moves what is shown with the pointer, and takes that for no click', () => {
    drag(-30, 10);
    expect([element.scrollLeft, element.scrollTop]).toEqual([80, 40]);
    expect(onMoved).toHaveBeenCalledTimes(1);
    expect(onClick).not.toHaveBeenCalled();
  });

  it('lets nodes be clicked again after a drag', async () => {
    drag(-30, 10);
    await new Promise(resolve => setTimeout(resolve));
    fireEvent.click(node);
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a hand that is not quite still', 2, {}],
    ['another button', -30, { button: 2 }],
    ['a finger, which scrolls by itself', -30, { pointerType: 'touch' }],
  ])('does not move for %s', (_, x, more) => {
    drag(x, 0, more);
    expect(element.scrollLeft).toBe(50);
    expect(onMoved).not.toHaveBeenCalled();
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  it('notices the scroll bar', () => {
    fireEvent.pointerDown(element, { button: 0, clientX: 100, clientY: 215 });
    expect(onMoved).toHaveBeenCalledTimes(1);
  });

  it('lets go when it ends', () => {
    fireEvent.pointerDown(node, { button: 0, clientX: 100, clientY: 100 });
    end();
    fireEvent.pointerMove(window, { clientX: 0, clientY: 100 });
    expect(element.scrollLeft).toBe(50);
  });
});

describe('zoomByWheel', () => {
  beforeEach(() => {
    end = zoomByWheel(element, onZoom, onMoved);
  });

  it.each([['ctrlKey'], ['metaKey']])('zooms with %s', key => {
    const isFree = fireEvent.wheel(element, {
      [key]: true,
      deltaY: 10,
      clientX: 110,
      clientY: 70,
    });
    expect(onZoom).toHaveBeenCalledWith(expect.anything(), { x: 100, y: 50 });
    // Or the browser would zoom the page.
    expect(isFree).toBe(false);
  });

  it('leaves the plain wheel to the page', () => {
    expect(fireEvent.wheel(element, { deltaY: 10 })).toBe(true);
    expect(onZoom).not.toHaveBeenCalled();
    expect(onMoved).not.toHaveBeenCalled();
  });

  it.each([
    ['a trackpad', { deltaX: 10 }],
    ['Shift', { shiftKey: true, deltaY: 10 }],
  ])('notices that somebody scrolls sideways by %s', (_, wheel) => {
    expect(fireEvent.wheel(element, wheel)).toBe(true);
    expect(onMoved).toHaveBeenCalledTimes(1);
  });
});

describe('zoomByPinch', () => {
  beforeEach(() => {
    end = zoomByPinch(element, onZoom, onMoved);
    element.scrollLeft = 50;
  });

  const fingers = (...xs: number[]) => ({
    touches: xs.map(clientX => ({ clientX, clientY: 70 })),
  });

  it('zooms by as much as two fingers part, around their middle', () => {
    fireEvent.touchStart(element, fingers(100, 200));
    const isFree = fireEvent.touchMove(element, fingers(90, 240));
    expect(onZoom).toHaveBeenCalledWith(1.5, { x: 155, y: 50 });
    // Their middle went 15 to the right, and the graph with it.
    expect(element.scrollLeft).toBe(35);
    expect(isFree).toBe(false);
  });

  it('leaves one finger to the browser', () => {
    fireEvent.touchStart(element, fingers(100));
    expect(fireEvent.touchMove(element, fingers(150))).toBe(true);
    expect(onZoom).not.toHaveBeenCalled();
    // It scrolled the page.
    expect(onMoved).not.toHaveBeenCalled();
    element.scrollLeft = 90;
    fireEvent.touchMove(element, fingers(140));
    expect(onMoved).toHaveBeenCalled();
  });
});
