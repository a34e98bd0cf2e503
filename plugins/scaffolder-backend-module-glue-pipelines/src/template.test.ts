import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  parsePipeline,
  pipelineJsonSchema,
  type Pipeline,
} from '@glue-pipelines/pipeline';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createGeneratePipelineAction } from './actions/generatePipeline';
import { createPublishLocalAction } from './actions/publishLocal';
import { pipelineFromForm } from './form/pipelineFromForm';
import type { PipelineForm } from './form/pipelineInput';
import { examplePipeline, TEMPLATE_DIR } from './testing/examplePipeline';

/* eslint-disable @typescript-eslint/no-explicit-any -- JSON schemas are walked by name */

const template = parse(
  readFileSync(join(TEMPLATE_DIR, 'template.yaml'), 'utf8'),
);
const pages: any[] = template.spec.parameters;
const steps: any[] = template.spec.steps;
const fields: Record<string, any> = Object.assign(
  {},
  ...pages.map(page => page.properties),
);

const services = {
  config: mockServices.rootConfig(),
  catalog: catalogServiceMock(),
  auth: mockServices.auth(),
};
const actions = [
  createGeneratePipelineAction(services),
  createPublishLocalAction(services),
];

/** The values with which the form makes a pipeline. */
function formOf(pipeline: Pipeline): PipelineForm & { publishTo: string } {
  const { transform, output, warehouse, schedule, compute } = pipeline;
  return {
    name: pipeline.name,
    description: pipeline.description,
    owner: pipeline.owner,
    tags: pipeline.tags,
    sources: pipeline.sources,
    joins: transform.joins,
    filter: transform.filter,
    required: transform.required,
    deduplicateBy: transform.deduplicateBy,
    groupBy: transform.aggregate?.groupBy,
    measures: transform.aggregate?.measures,
    select: transform.select,
    partitionBy: output.partitionBy,
    whenEmpty: output.whenEmpty,
    ...warehouse,
    cron: schedule?.cron,
    compute,
    publishTo: 'local',
  };
}

/** Evaluates the plain references that the template's inputs consist of. */
function render(input: Record<string, string>, context: any) {
  const rendered = Object.entries(input).map(([key, text]) => {
    const [, path] = /^\$\{\{ ([\w.]+) \}\}$/.exec(text)!;
    return [
      key,
      path.split('.').reduce((value, name) => value?.[name], context),
    ];
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(rendered)));
}

function errorsOf(schema: object, value: unknown) {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors;
}

describe('template.yaml', () => {
  it('asks for things in the order in which one thinks of them', () => {
    expect(template.kind).toBe('Template');
    expect(pages.map(({ title }) => title)).toEqual([
      'Pipeline',
      'Sources',
      'Transform',
      'Target table',
      'Schedule and compute',
      'Publish',
    ]);
  });

  it('generates before it publishes, and publishes to one place', () => {
    expect(
      steps.map(({ action, if: condition }) => [action, condition]),
    ).toEqual([
      ['glue-pipelines:generate', undefined],
      [
        'glue-pipelines:publish:local',
        "${{ parameters.publishTo === 'local' }}",
      ],
      ['publish:github', "${{ parameters.publishTo === 'github' }}"],
      ['publish:gitlab', "${{ parameters.publishTo === 'gitlab' }}"],
      ['catalog:register', "${{ parameters.publishTo !== 'local' }}"],
    ]);
  });

  it.each(['covid-hiring', 'flight-delays'] as const)(
    'makes exactly the example %s of a filled form',
    name => {
      const pipeline = examplePipeline(name);
      const parameters = formOf(pipeline);
      for (const page of pages) {
        expect(errorsOf(page, parameters)).toEqual([]);
      }

      const generate = render(steps[0].input, { parameters });
      expect(errorsOf(actions[0].schema!.input!, generate)).toEqual([]);
      expect(parsePipeline(pipelineFromForm(generate))).toEqual(pipeline);

      const publish = render(steps[1].input, {
        steps: {
          generate: {
            output: {
              name,
              description: pipeline.description,
              entityRef: `component:default/${name}`,
              cdkOut: 'cdk.out',
            },
          },
        },
      });
      expect(errorsOf(actions[1].schema!.input!, publish)).toEqual([]);
    },
  );

  it('reads only outputs that the actions have', () => {
    const references = [
      ...JSON.stringify(template.spec).matchAll(
        /steps\.(generate|local)\.output\.(\w+)/g,
      ),
    ].map(([, step, output]) => ({ step, output }));
    expect(references.length).toBeGreaterThan(5);
    for (const { step, output } of references) {
      const action = actions[step === 'generate' ? 0 : 1];
      expect(Object.keys(action.schema!.output!.properties!)).toContain(output);
    }
  });

  it('has the defaults of pipeline.yaml', () => {
    const { glueVersion, ...compute } = examplePipeline('covid-hiring').compute;
    expect(glueVersion).toBe('5.1');
    const defaults = Object.fromEntries(
      Object.entries<any>(fields.compute.properties).map(([key, field]) => [
        key,
        field.default,
      ]),
    );
    expect(defaults).toEqual(compute);
    expect([fields.database.default, fields.schema.default]).toEqual([
      'dev',
      'public',
    ]);
  });

  const { properties }: any = pipelineJsonSchema();
  const source = properties.sources.items.properties;
  const transform = properties.transform.properties;
  const formSource = fields.sources.items.properties;
  it.each<[string, any, any]>([
    ['name', fields.name, properties.name],
    ['tags', fields.tags.items, properties.tags.items],
    ['source name', formSource.name, source.name],
    ['source URI', formSource.uri, source.uri],
    ['source format', formSource.format, source.format],
    ['joined source', fields.joins.items.properties.source, source.name],
    [
      'key',
      fields.joins.items.properties.keys.items.properties.left,
      transform.joins.items.properties.keys.items.properties.left,
    ],
    ['column', fields.required.items, transform.required.items],
    [
      'measure',
      fields.measures.items.properties.function,
      transform.aggregate.properties.measures.items.properties.function,
    ],
    [
      'resulting column',
      fields.measures.items.properties.as,
      transform.aggregate.properties.measures.items.properties.as,
    ],
    ['table', fields.table, properties.warehouse.properties.table],
    ['schema', fields.schema, properties.warehouse.properties.schema],
    ['database', fields.database, properties.warehouse.properties.database],
    ['schedule', fields.cron, properties.schedule.properties.cron],
    [
      'worker type',
      fields.compute.properties.workerType,
      properties.compute.properties.workerType,
    ],
  ])('has the rules of pipeline.yaml for the %s', (_, field, rule) => {
    expect({ pattern: field.pattern, enum: field.enum }).toEqual({
      pattern: rule.pattern,
      enum: rule.enum,
    });
    expect(rule.pattern ?? rule.enum).toBeDefined();
  });

  it('says in words what a pattern means', () => {
    const silent: string[] = [];
    const visit = (schema: any, path: string) => {
      if (schema && typeof schema === 'object') {
        if (schema.pattern && !schema.errorMessage) {
          silent.push(path);
        }
        for (const [key, part] of Object.entries(schema)) {
          visit(part, `${path}.${key}`);
        }
      }
    };
    visit(pages, 'parameters');
    expect(silent).toEqual([]);
  });
});
