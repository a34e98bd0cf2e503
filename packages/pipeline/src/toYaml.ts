import { stringify } from 'yaml';
import type { PipelineDraft } from './pipelineFields';
import type { SharedWarehouse } from './sharedWarehouse';

/**
 * Writes `pipeline.yaml`, or `warehouse.yaml`. Values are quoted by the YAML
 * library wherever they could be read as something else.
 *
 * @public
 */
export function toYaml(
  document: PipelineDraft | SharedWarehouse,
  what: 'pipeline' | 'warehouse' = 'pipeline',
): string {
  return `# yaml-language-server: $schema=./${what}.schema.json\n${stringify(
    document,
    { lineWidth: 0, aliasDuplicateObjects: false },
  )}`;
}
