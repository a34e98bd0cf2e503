import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  REDSHIFT_CLUSTER_ARN_ANNOTATION,
  REDSHIFT_TABLE_ANNOTATION,
  REDSHIFT_WORKGROUP_ARN_ANNOTATION,
} from '@glue-pipelines/backstage-plugin-common';
import type { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';
import { warehouseEntityRef } from './generateWarehouse';
import type { RepositoryValues } from './renderText';

/** The catalog entity of a pipeline. */
export function catalogEntity(values: RepositoryValues): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: values.name,
      description: values.description,
      ...(values.tags.length > 0 ? { tags: values.tags } : {}),
      annotations: {
        [GLUE_WORKFLOW_ARN_ANNOTATION]: values.workflowArn,
        [values.warehouse.kind === 'cluster'
          ? REDSHIFT_CLUSTER_ARN_ANNOTATION
          : REDSHIFT_WORKGROUP_ARN_ANNOTATION]: values.warehouseArn,
        [REDSHIFT_TABLE_ANNOTATION]: [
          values.database,
          values.schema,
          values.table,
        ].join('.'),
      },
    },
    spec: {
      type: 'data-pipeline',
      lifecycle: 'production',
      owner: values.owner,
      ...(values.shared
        ? { dependsOn: [warehouseEntityRef(values.shared)] }
        : {}),
    },
  };
}

/** The content of `catalog-info.yaml`, quoted by the YAML library where needed. */
export function catalogInfoYaml(values: RepositoryValues): string {
  return stringify(catalogEntity(values), { lineWidth: 0 });
}
