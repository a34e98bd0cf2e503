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
  const dependsOn = [
    ...(values.shared ? [warehouseEntityRef(values.shared)] : []),
    ...(values.after ? [`component:default/${values.after}`] : []),
  ];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: values.name,
      description: values.description,
      ...(values.tags.length > 0 ? { tags: values.tags } : {}),
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
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
      ...(dependsOn.length > 0 ? { dependsOn } : {}),
      // What the scaffolder's processor of relations reads.
      scaffoldedFrom: 'template:default/glue-redshift-pipeline',
    },
  };
}

/** The content of `catalog-info.yaml`, quoted by the YAML library where needed. */
export function catalogInfoYaml(values: RepositoryValues): string {
  return stringify(catalogEntity(values), { lineWidth: 0 });
}
