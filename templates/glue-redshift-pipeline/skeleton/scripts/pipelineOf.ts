import { environmentNamed, loadEnvironments } from '../lib/environments';
import { readYaml } from '../lib/loadPipeline';
import type { Pipeline } from '../lib/pipeline';
import { named, pipelineIn } from '../lib/pipelineIn';
import { pipelineFile } from './command';

/** The pipeline as an environment has it; as `pipeline.yaml` says where none is named. */
export function pipelineOf(env: string | undefined): Pipeline {
  const environment = environmentNamed(env, loadEnvironments());
  return named(pipelineIn(environment, readYaml(pipelineFile())), environment);
}
