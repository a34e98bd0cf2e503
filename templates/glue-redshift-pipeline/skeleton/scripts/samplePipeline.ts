// Prints the pipeline as it runs on the samples, as JSON with all defaults. The tests of the jobs ask for it.
import { samplePipeline } from '../lib/language.mjs';
import { loadPipeline } from '../lib/loadPipeline';
import { pipelineFile, runScript } from './command';

await runScript(import.meta.url, () => {
  const pipeline = samplePipeline(loadPipeline(pipelineFile()));
  process.stdout.write(`${JSON.stringify(pipeline, null, 2)}\n`);
});
