import { App } from 'aws-cdk-lib';
import { addPipeline } from '../lib/addPipeline';
import { loadPipeline } from '../lib/loadPipeline';

const app = new App();
addPipeline(app, {
  pipeline: loadPipeline(process.env.PIPELINE_FILE ?? 'pipeline.yaml'),
  jobsDirectory: process.env.JOBS_DIR ?? 'jobs',
});
app.synth();
