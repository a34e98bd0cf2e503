import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { REGION_PATTERN } from '@glue-pipelines/pipeline/region';
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
import { examplePipeline, TEMPLATE_DIR } from './__testUtils__/examplePipeline';

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
function formOf({ apiVersion, ...pipeline }: Pipeline) {
  return { ...pipeline, publishTo: 'local' };
}

/** Evaluates the plain references that the template's inputs consist of. */
function render(input: any, context: any): any {
  if (typeof input === 'object') {
    const rendered = Object.entries(input).map(([key, part]) => [
      key,
      render(part, context),
    ]);
    return JSON.parse(JSON.stringify(Object.fromEntries(rendered)));
  }
  const [, path] = /^\$\{\{ ([\w.]+) \}\}$/.exec(input)!;
  return path
    .split('.')
    .reduce((value: any, name: string) => value?.[name], context);
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
      'Quality',
      'Target table',
      'Start and compute',
      'Publish',
      'Review',
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
      expect(parsePipeline(pipelineFromForm(generate.pipeline))).toEqual(
        pipeline,
      );

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
    const { database, schema } = fields.warehouse.properties;
    expect([database.default, schema.default]).toEqual(['dev', 'public']);
  });

  describe('has the rules of pipeline.yaml', () => {
    const schema: any = pipelineJsonSchema();

    /** What the form says of a publication is no part of the pipeline. */
    const OTHERS = [
      'publishTo',
      'githubRepoUrl',
      'gitlabRepoUrl',
      'accountId',
      'region',
      'sample',
      'plan',
    ];

    /** Every field of a schema by its path, those of alternatives too. */
    function fieldsOf(part: any, path = ''): [string, any][] {
      const alternatives = Object.values<any>(part.dependencies ?? {}).flatMap(
        ({ oneOf }) => oneOf,
      );
      return [
        ...(path ? [[path, part] as [string, any]] : []),
        ...Object.entries<any>(part.properties ?? {}).flatMap(([key, field]) =>
          fieldsOf(field, path ? `${path}.${key}` : key),
        ),
        ...(part.items ? fieldsOf(part.items, `${path}[]`) : []),
        ...alternatives.flatMap(branch =>
          fieldsOf({ properties: branch.properties }, path),
        ),
      ];
    }

    const rules = new Map(fieldsOf(schema));
    const cases = pages
      .flatMap(page => fieldsOf(page))
      .filter(
        ([path, field]) =>
          !OTHERS.includes(path) &&
          // Steps and rules are generated, each from its kind.
          !/^(transform|quality)\[\]/.test(path) &&
          // The fields of an alternative repeat the one that chooses it.
          !(field.enum?.length === 1 || path === 'sources[]') &&
          field.title !== undefined,
      );

    it('covers the form', () => expect(cases.length).toBeGreaterThan(30));

    it.each(cases)('%s is as the language says', (path, field) => {
      const rule = rules.get(path);
      expect(rule).toBeDefined();
      const LIMITS = ['minItems', 'maxItems', 'minimum', 'maximum'];
      expect({
        enum: [...(field.enum ?? [])].sort(),
        limits: LIMITS.map(keyword => field[keyword] ?? rule[keyword]),
        // What the form leaves out is filled in, or said in words, by the language.
        default: field.default ?? rule.default,
        pattern: field.pattern ?? rule.pattern,
      }).toEqual({
        enum: [...(rule.enum ?? [])].sort(),
        limits: LIMITS.map(keyword => rule[keyword]),
        default: rule.default ?? field.default,
        pattern: rule.pattern ?? field.pattern,
      });
    });
  });

  it('takes the regions that an ARN may have', () => {
    const branches = pages.find(({ title }) => title === 'Publish').dependencies
      .publishTo.oneOf;
    expect(
      branches.map((branch: any) => branch.properties.region?.pattern),
    ).toEqual([undefined, REGION_PATTERN, REGION_PATTERN]);
  });

  it('gives fields of one name one set of options', () => {
    // The form keeps the options of a field by its name: of alternatives that
    // differ in them the last one would win.
    const pickers: [string, string][] = [];
    const visit = (part: any) => {
      for (const [key, field] of Object.entries<any>(part?.properties ?? {})) {
        if (field['ui:field']) {
          pickers.push([key, JSON.stringify(field['ui:options'] ?? {})]);
        }
        visit(field);
      }
      Object.values<any>(part?.dependencies ?? {}).forEach(({ oneOf }) =>
        oneOf.forEach(visit),
      );
    };
    pages.forEach(visit);
    expect(pickers.map(([key]) => key)).toEqual([
      'owner',
      'githubRepoUrl',
      'gitlabRepoUrl',
      'plan',
    ]);
    expect(new Map(pickers).size).toBe(new Set(pickers.map(String)).size);
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
