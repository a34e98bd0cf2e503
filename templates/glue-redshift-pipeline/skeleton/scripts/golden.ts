// npm run golden: writes what the transformation makes of the samples into the golden file, which
// npm test compares with.
import { spawnSync } from 'node:child_process';
import { runScript } from './command';
import { pythonWith } from './python';

await runScript(import.meta.url, () => {
  const { status, error } = spawnSync(
    pythonWith(),
    ['-m', 'pytest', '-rs', 'tests/golden'],
    {
      cwd: 'jobs',
      stdio: 'inherit',
      env: { ...process.env, GOLDEN: 'update' },
    },
  );
  if (error || status !== 0) {
    throw new Error(
      `The golden file is not written: ${error?.message ?? 'see above'}`,
    );
  }
  console.log(
    'Look at the changes of jobs/tests/golden before you commit them',
  );
});
