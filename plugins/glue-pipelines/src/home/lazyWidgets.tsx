import { Progress } from '@backstage/core-components';
import { ComponentType, lazy, Suspense } from 'react';

/** Loads a component when it is first shown: an app loads the plugin's index at its start. */
function lazily(load: () => Promise<ComponentType>): ComponentType {
  const Loaded = lazy(async () => ({ default: await load() }));
  return () => (
    <Suspense fallback={<Progress />}>
      <Loaded />
    </Suspense>
  );
}

/**
 * The pipelines of the entities that the user owns, themselves or through a
 * group: the worst first. For a home page; the content of a card.
 * @public
 */
export const MyPipelines = lazily(() =>
  import('./MyPipelines').then(m => m.MyPipelines),
);

/**
 * The pipelines whose last run failed, of all that the user may see. For a
 * home page; the content of a card.
 * @public
 */
export const FailingNow = lazily(() =>
  import('./FailingNow').then(m => m.FailingNow),
);
