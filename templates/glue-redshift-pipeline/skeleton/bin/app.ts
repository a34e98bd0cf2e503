import { App } from 'aws-cdk-lib';
import { addPipeline } from '../lib/addPipeline';
import { environmentOf } from '../lib/environments';
import { readYaml } from '../lib/loadPipeline';
import { pipelineIn } from '../lib/pipelineIn';

const app = new App();
const environment = environmentOf(app.node);
addPipeline(app, {
  pipeline: pipelineIn(
    environment,
    readYaml(process.env.PIPELINE_FILE ?? 'pipeline.yaml'),
  ),
  environment,
  jobsDirectory: process.env.JOBS_DIR ?? 'jobs',
});
app.synth();
