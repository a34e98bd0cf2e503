import { toYaml } from '@glue-pipelines/pipeline';
import { examplePipeline } from '../__testUtils__/examplePipeline';
import { pipelineFromForm } from '../form/pipelineFromForm';
import { formOfPipeline } from './formOfPipeline';

describe('formOfPipeline', () => {
  it.each(['covid-hiring', 'flight-delays'] as const)(
    'gives the form that describes %s',
    name => {
      const pipeline = examplePipeline(name);
      const { form, leftOut } = formOfPipeline(toYaml(pipeline));
      expect(leftOut).toEqual([]);
      expect(pipelineFromForm(form as never)).toMatchObject({
        name,
        sources: pipeline.sources.map(({ uri }) => ({ uri })),
        transform: pipeline.transform.map(({ kind }) => ({ kind })),
        warehouse: { table: pipeline.warehouse.table },
      });
    },
  );

  it('names what no page of the form has', () => {
    const pipeline = {
      ...examplePipeline('flight-delays'),
      alerts: { emails: ['team@example.com'] },
    };
    expect(formOfPipeline(toYaml(pipeline as never)).leftOut).toEqual([
      'alerts',
    ]);
  });

  it.each([
    ['no YAML', 'a: [', /^The file is no YAML/],
    [
      'no pipeline',
      'name: x',
      /^The file is no pipeline:\n[^]*\nname: "x" is not/,
    ],
    ['nothing', '', /^The file is no pipeline/],
    ['many documents', 'a: 1\n---\nb: 2\n', /^The file is no YAML/],
    ['an alias', 'a: &a [1]\nb: *a\n', /^The file is no YAML/],
  ])('refuses %s', (_, yaml, message) => {
    expect(() => formOfPipeline(yaml)).toThrow(message);
  });
});
