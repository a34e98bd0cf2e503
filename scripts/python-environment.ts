// Makes the Python environment in which the tests run: the one that local-glue
// gives its jobs, with the test tools on top.
import { join } from 'node:path';
import {
  BUILT_IN,
  DataLakeJars,
} from '../packages/local-glue/src/jobs/DataLakeJars';
import { PythonEnvironment } from '../packages/local-glue/src/jobs/PythonEnvironment';
import { installRequirements } from './lib/installRequirements.mjs';
import { root } from './lib/paths.mjs';

const REQUIREMENTS = [
  'packages/local-glue/python/requirements-test.txt',
  'etl-scripts/requirements-test.txt',
].map(file => join(root, file));

async function main(directory: string) {
  const log = {
    info: (message: string) => console.log(message),
    warn: (message: string) => console.warn(message),
    error: (message: string) => console.error(message),
  };
  const pythonFolder = join(root, 'packages/local-glue/python');
  const environment = new PythonEnvironment({
    directory,
    requirements: pythonFolder,
    log,
  });
  await environment.prepare();
  const readiness = environment.readiness();
  if (readiness.state !== 'ready' || !environment.runtime) {
    throw new Error(
      readiness.state === 'ready' ? 'No Python runtime' : readiness.reason,
    );
  }
  // As a server of local-glue does when it starts: the tests read Avro.
  await new DataLakeJars(
    join(environment.directory, 'jars'),
    environment.runtime,
    pythonFolder,
  ).jarsOf(BUILT_IN, {}, new AbortController().signal);
  installRequirements({
    pip: [environment.runtime.python, '-m', 'pip'],
    files: REQUIREMENTS,
    stamp: join(directory, 'test-requirements.sha256'),
  });
}

main(process.argv[2]).catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
