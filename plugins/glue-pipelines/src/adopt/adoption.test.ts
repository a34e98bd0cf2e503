import { english } from '../__testUtils__/texts';
import {
  annotationYaml,
  entityYaml,
  suggestedName,
  tagCommand,
  typedRef,
  typedWorkflow,
} from './adoption';

const ARN = 'arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring';
const workflow = (arn = ARN) => typedWorkflow(arn).value!;

describe('what is typed', () => {
  it.each([
    ['', undefined, undefined],
    [` ${ARN} `, 'covid-hiring', undefined],
    ['covid-hiring', undefined, /is not the ARN of a Glue workflow/],
  ])('%j as an ARN', (text, name, problem) => {
    const typed = typedWorkflow(text);
    expect(typed.value?.name).toBe(name);
    expect(typed.problem ?? '').toMatch(problem ?? /^$/);
  });

  it.each([
    ['', 'Component', undefined, undefined],
    ['covid-hiring', 'Component', 'component:default/covid-hiring', undefined],
    ['group:data/Jo', 'Component', 'group:data/jo', undefined],
    ['data-engineering', 'Group', 'group:default/data-engineering', undefined],
    ['two words', 'Group', undefined, /letters and digits/],
    ['a'.repeat(64), 'Component', undefined, /at most 63/],
    ['a:b:c', 'Component', undefined, /./],
  ])('%j as an entity of the kind %s', (text, kind, ref, problem) => {
    const typed = typedRef(english, text, kind);
    expect(typed.value).toBe(ref);
    expect(typed.problem ?? '').toMatch(problem ?? /^$/);
  });

  it.each([
    ['covid-hiring', 'covid-hiring'],
    ['Covid & Hiring (daily)', 'covid-hiring-daily'],
    ['***', ''],
    [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
  ])('%j suggests the name %j', (name, suggested) => {
    expect(suggestedName(name)).toBe(suggested);
    expect(typedRef(english, suggested, 'Component').problem).toBeUndefined();
  });
});

describe('what is to be done', () => {
  it('is an annotation of an entity that exists', () => {
    expect(annotationYaml(workflow())).toBe(`metadata:
  annotations:
    aws.amazon.com/glue-workflow-arn: "${ARN}"
`);
  });

  it('is a file for a new entity', () => {
    const owner = 'group:default/data-engineering';
    expect(entityYaml(workflow(), 'component:default/covid-hiring', owner))
      .toBe(`apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: "covid-hiring"
  annotations:
    aws.amazon.com/glue-workflow-arn: "${ARN}"
spec:
  type: data-pipeline
  lifecycle: production
  owner: "group:default/data-engineering"
`);
    expect(entityYaml(workflow(), 'component:data/x', owner)).toContain(
      '  namespace: "data"\n',
    );
  });

  it('is a command that says whose the workflow is, whatever its name', () => {
    expect(tagCommand(workflow(), 'component:default/covid-hiring')).toBe(
      `aws glue tag-resource \\
  --region eu-west-1 \\
  --resource-arn '${ARN}' \\
  --tags-to-add 'glue-pipelines.io/entity=component:default/covid-hiring'`,
    );
    expect(
      tagCommand(workflow(`${ARN}'; rm -rf ~; '`), 'component:default/x'),
    ).toContain(`--resource-arn '${ARN}'\\''; rm -rf ~; '\\''' \\`);
  });
});
