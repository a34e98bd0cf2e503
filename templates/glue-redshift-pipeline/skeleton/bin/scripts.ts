// Writes the files of the steps `script` that are not there yet: a function each, ready to run, and
// its test. What is there stays as it is.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadPipeline } from '../lib/loadPipeline';
import { missingScripts } from '../lib/scripts';

const missing = missingScripts(
  loadPipeline(process.env.PIPELINE_FILE ?? 'pipeline.yaml'),
  process.env.JOBS_DIR ?? 'jobs',
);
for (const { path, file, content } of missing) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { flag: 'wx' });
  console.log(`Wrote ${path}`);
}
