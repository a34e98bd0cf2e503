import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  parseWorkflowArn,
  WORKFLOW_ENTITY_TAG,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/** A value, or what is wrong with the text. Neither while the text is empty. */
export type Parsed<T> = { value?: T; problem?: string };

function parsed<T>(text: string, parse: (trimmed: string) => T): Parsed<T> {
  const trimmed = text.trim();
  if (!trimmed) {
    return {};
  }
  try {
    return { value: parse(trimmed) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The workflow that somebody has typed the ARN of. */
export function typedWorkflow(text: string): Parsed<WorkflowArn> {
  return parsed(text, parseWorkflowArn);
}

const NAME = /^[a-zA-Z0-9]+([-_.][a-zA-Z0-9]+)*$/;
const LONGEST_NAME = 63;

/** An entity ref as Backstage writes it; kind and namespace may be left out. */
export function typedRef(
  t: Texts,
  text: string,
  defaultKind: string,
): Parsed<string> {
  return parsed(text, trimmed => {
    const ref = parseEntityRef(trimmed, {
      defaultKind,
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    if (!NAME.test(ref.name) || ref.name.length > LONGEST_NAME) {
      throw new Error(t('adopt.badName', { most: String(LONGEST_NAME) }));
    }
    return stringifyEntityRef(ref);
  });
}

/** The name of a workflow as an entity may have it; empty where nothing of it can stay. */
export function suggestedName(workflowName: string): string {
  return workflowName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, '');
}

/** The part of an entity's file by which the portal finds the workflow. */
export function annotationYaml({ arn }: WorkflowArn): string {
  return `metadata:
  annotations:
    ${GLUE_WORKFLOW_ARN_ANNOTATION}: ${yamlText(arn)}
`;
}

/** A whole file for a new entity. */
export function entityYaml(
  { arn }: WorkflowArn,
  entityRef: string,
  owner: string,
): string {
  const { name, namespace } = parseEntityRef(entityRef);
  const lines = [
    'apiVersion: backstage.io/v1alpha1',
    'kind: Component',
    'metadata:',
    `  name: ${yamlText(name)}`,
    ...(namespace === DEFAULT_NAMESPACE
      ? []
      : [`  namespace: ${yamlText(namespace)}`]),
    '  annotations:',
    `    ${GLUE_WORKFLOW_ARN_ANNOTATION}: ${yamlText(arn)}`,
    'spec:',
    '  type: data-pipeline',
    '  lifecycle: production',
    `  owner: ${yamlText(owner)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Lets the workflow say that it belongs to the entity. */
export function tagCommand({ arn, region }: WorkflowArn, entityRef: string) {
  return [
    'aws glue tag-resource',
    `--region ${region}`,
    `--resource-arn ${shellText(arn)}`,
    `--tags-to-add ${shellText(`${WORKFLOW_ENTITY_TAG}=${entityRef}`)}`,
  ].join(' \\\n  ');
}

/** A JSON text is a YAML text. */
function yamlText(text: string): string {
  return JSON.stringify(text);
}

function shellText(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
