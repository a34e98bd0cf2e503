import { resolve } from 'node:path';
import { packageRoot } from '../../base/version';

/**
 * The Python environment that tests share: LOCAL_GLUE_PYTHON_ENV, or the one
 * of the checkout's own data folder. `ProcessJobExecutor` makes it when missing.
 */
export const environmentForTests = resolve(
  process.env.LOCAL_GLUE_PYTHON_ENV ??
    resolve(packageRoot, '../../.local-glue/python'),
);

/** Milliseconds in which a test may wait for that environment to be made. */
export const environmentTimeout = 600_000;
