// Synthesizes pipelines with the app of generated repositories, cdk-nag
// included, in one process: `[{ "file", "outdir", "jobs" }]` on standard input.
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { addPipeline } from '../../templates/glue-redshift-pipeline/skeleton/lib/addPipeline';
import { loadPipeline } from '../../templates/glue-redshift-pipeline/skeleton/lib/loadPipeline';

for (const { file, outdir, jobs } of JSON.parse(readFileSync(0, 'utf8'))) {
  const app = new App({ outdir, analyticsReporting: false });
  addPipeline(app, { pipeline: loadPipeline(file), jobsDirectory: jobs });
  app.synth();
}
