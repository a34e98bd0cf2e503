import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/**
 * Reads one of the templates of this package as an entity of the catalog.
 *
 * @param file - absolute path of its `template.yaml`
 * @param location - whose entity it is, for its annotations, e.g. `glue-pipelines:templates`
 * @param owner - entity reference; absent: the template has no owner
 * @throws Error where the file is missing or is not YAML
 */
export async function readTemplateEntity(
  file: string,
  location: string,
  owner?: string,
): Promise<Entity> {
  const template: Entity = parse(await readFile(file, 'utf8'));
  return {
    ...template,
    metadata: {
      ...template.metadata,
      annotations: {
        ...template.metadata.annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: { ...template.spec, ...(owner === undefined ? {} : { owner }) },
  };
}
