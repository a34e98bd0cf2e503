import {
  parseEntityRef,
  entityEnvelopeSchemaValidator,
} from '@backstage/catalog-model';
import { parse } from 'yaml';
import { catalogEntity, catalogInfoYaml } from './catalogInfo';
import type { RepositoryValues } from './renderText';

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
  steps: [],
  workflowArn: 'arn:aws:glue:us-east-1:000000000000:workflow/covid-hiring',
  workgroupArn:
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
        'aws.amazon.com/glue-workflow-arn': values.workflowArn,
        'aws.amazon.com/redshift-workgroup-arn': values.workgroupArn,
        'glue-pipelines.io/redshift-table': 'dev.public.covid_hiring_table',
      },
    });
    expect(parseEntityRef(entity.spec.owner).name).toBe('data-engineering');
  });

  it('has no empty list of tags', () => {
    expect(catalogEntity({ ...values, tags: [] }).metadata).not.toHaveProperty(
      'tags',
    );
  });
});
