import { stringify } from 'yaml';
import type { PipelineDraft } from './pipelineFields';

const HEADER = '# yaml-language-server: $schema=./pipeline.schema.json\n';

/**
 * Writes `pipeline.yaml`. Values are quoted by the YAML library wherever they
 * could be read as something else.
 */
export function toYaml(pipeline: PipelineDraft): string {
  return (
    HEADER + stringify(pipeline, { lineWidth: 0, aliasDuplicateObjects: false })
  );
}
