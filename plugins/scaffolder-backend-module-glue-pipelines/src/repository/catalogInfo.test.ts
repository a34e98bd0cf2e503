import {
  parseEntityRef,
  entityEnvelopeSchemaValidator,
} from '@backstage/catalog-model';
import { parse } from 'yaml';
import { catalogEntity, catalogInfoYaml } from './catalogInfo';
import { Markup, type RepositoryValues } from './renderText';

const values: RepositoryValues = {
  name: 'covid-hiring',
  description: `It's "new": cases & hiring # not a comment`,
  owner: 'group:default/data-engineering',
  tags: ['synthetic'],
  region: 'us-east-1',
  accountId: '000000000000',
  database: 'dev',
  schema: 'public',
  table: 'covid_hiring_table',
  sources: [],
  engineWords: 'Spark',
  copies: [],
  steps: [],
  rules: [],
  rulesOfJobs: [],
  picture: new Markup('flowchart LR'),
  costs: [],
  workflowArn: 'arn:aws:glue:us-east-1:000000000000:workflow/covid-hiring',
  warehouse: { kind: 'workgroup', name: 'covid-hiring' },
  warehouseWords: 'the workgroup covid-hiring',
  warehouseArn:
    'arn:aws:redshift-serverless:us-east-1:000000000000:workgroup/covid-hiring',
};

describe('catalogInfoYaml', () => {
  it('is an entity of the catalog, with every value as it is', () => {
    const entity = parse(catalogInfoYaml(values));
    expect(entityEnvelopeSchemaValidator()(entity)).toEqual(entity);
    expect(entity).toEqual(catalogEntity(values));
    expect(entity.metadata).toEqual({
      name: 'covid-hiring',
      description: values.description,
      tags: ['synthetic'],
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'aws.amazon.com/glue-workflow-arn': values.workflowArn,
        'aws.amazon.com/redshift-workgroup-arn': values.warehouseArn,
        'glue-pipelines.io/redshift-table': 'dev.public.covid_hiring_table',
      },
    });
    expect(parseEntityRef(entity.spec.owner).name).toBe('data-engineering');
  });

  it('names the cluster that a pipeline loads', () => {
    const { annotations } = catalogEntity({
      ...values,
      warehouse: { kind: 'cluster', name: 'old-house' },
      warehouseArn: 'arn:aws:redshift:us-east-1:000000000000:cluster:old-house',
    }).metadata;
    expect(annotations).toMatchObject({
      'aws.amazon.com/redshift-cluster-arn':
        'arn:aws:redshift:us-east-1:000000000000:cluster:old-house',
    });
    expect(annotations).not.toHaveProperty([
      'aws.amazon.com/redshift-workgroup-arn',
    ]);
  });

  it('depends on what it loads into, and on what it starts after', () => {
    expect(catalogEntity(values).spec).not.toHaveProperty('dependsOn');
    expect(
      catalogEntity({ ...values, shared: 'analytics', after: 'orders' }).spec,
    ).toMatchObject({
      dependsOn: ['resource:default/analytics', 'component:default/orders'],
      scaffoldedFrom: 'template:default/glue-redshift-pipeline',
    });
  });

  it('has no empty list of tags', () => {
    expect(catalogEntity({ ...values, tags: [] }).metadata).not.toHaveProperty(
      'tags',
    );
  });
});
