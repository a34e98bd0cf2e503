/** Makes media queries answer as a window of this width would. In pixels. */
export function setViewport(width: number) {
  window.matchMedia = query => {
    const least = /min-width:\s*(\d+)/.exec(query)?.[1];
    const most = /max-width:\s*(\d+)/.exec(query)?.[1];
    return {
      matches:
        (!least || width >= Number(least)) && (!most || width <= Number(most)),
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
      dispatchEvent: () => false,
    };
  };
}
