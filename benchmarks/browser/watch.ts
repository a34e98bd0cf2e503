/** Longer than anything that a page still does to what it shows: the debounces of DependencyGraph are 250 and 500 ms. */
const QUIET_MS = 800;
const LIMIT_MS = 60_000;

export interface Watched {
  /** Milliseconds until what was awaited was painted. */
  shownMs: number;
  /** Milliseconds until the last change of anything was painted. */
  restMs: number;
}

export const pause = (milliseconds: number) =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

/** The time after the frame in which the changes until now are painted. */
function painted(): Promise<number> {
  return new Promise(resolve =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    }),
  );
}

function observe(onMutation: () => void): MutationObserver {
  const observer = new MutationObserver(onMutation);
  observer.observe(document.body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  return observer;
}

/** The time at which what the page shows for the first time is painted. */
export function whenShown(isShown: () => boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error('What was awaited is not shown')),
      LIMIT_MS,
    );
    const observer = observe(() => {
      if (isShown()) {
        observer.disconnect();
        clearTimeout(limit);
        painted().then(resolve);
      }
    });
  });
}

/**
 * Makes a change and times it until the page rests.
 * @param isShown - whether the page shows what is awaited
 */
export async function watch(
  change: () => void,
  isShown: () => boolean,
): Promise<Watched> {
  let lastMutation = performance.now();
  let rest = lastMutation;
  const observer = observe(() => {
    lastMutation = performance.now();
    painted().then(at => {
      rest = at;
    });
  });
  const shown = whenShown(isShown);
  const from = performance.now();
  change();
  const shownAt = await shown;
  while (performance.now() - lastMutation < QUIET_MS) {
    await pause(100);
  }
  observer.disconnect();
  return { shownMs: shownAt - from, restMs: rest - from };
}
