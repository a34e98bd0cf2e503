// Synthesizes pipelines with the app of generated repositories, cdk-nag
// included, in one process: `[{ "file", "outdir", "jobs", "environment" }]` on
// standard input, where an environment is as in environments.yaml.
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { addPipeline } from '../../templates/glue-redshift-pipeline/skeleton/lib/addPipeline';
import {
  NO_ENVIRONMENT,
  parseEnvironments,
} from '../../templates/glue-redshift-pipeline/skeleton/lib/environments';
import { readYaml } from '../../templates/glue-redshift-pipeline/skeleton/lib/loadPipeline';
import { pipelineIn } from '../../templates/glue-redshift-pipeline/skeleton/lib/pipelineIn';

for (const app of JSON.parse(readFileSync(0, 'utf8'))) {
  synthesize(app);
}

function synthesize({ file, outdir, jobs, environment: given }) {
  const app = new App({ outdir, analyticsReporting: false });
  const environment = given
    ? parseEnvironments({ given }).given
    : NO_ENVIRONMENT;
  addPipeline(app, {
    pipeline: pipelineIn(environment, readYaml(file)),
    jobsDirectory: jobs,
    environment,
  });
  app.synth();
}
