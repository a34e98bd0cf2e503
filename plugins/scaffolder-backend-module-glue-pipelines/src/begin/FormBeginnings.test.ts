import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { toYaml } from '@glue-pipelines/pipeline';
import { examplePipeline } from '../__testUtils__/examplePipeline';
import { FormBeginnings } from './FormBeginnings';

const YAML = toYaml(examplePipeline('flight-delays'));

describe('FormBeginnings', () => {
  const directory = createMockDirectory({
    content: {
      'repositories/orders/pipeline.yaml': YAML,
      'elsewhere/orders/pipeline.yaml': YAML,
    },
  });

  const begin = (location: string) => {
    const urls: string[] = [];
    const beginnings = new FormBeginnings({
      config: mockServices.rootConfig({
        data: {
          gluePipelines: {
            local: { repositories: directory.resolve('repositories') },
          },
        },
      }),
      urlReader: {
        readUrl: async (url: string) => {
          urls.push(url);
          return { buffer: async () => Buffer.from(YAML) };
        },
      } as never,
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'orders',
              namespace: 'default',
              annotations: { 'backstage.io/managed-by-location': location },
            },
          },
        ],
      }),
    });
    return {
      urls,
      beginning: beginnings.begin(
        { entityRef: 'component:default/orders' },
        mockCredentials.user(),
      ),
    };
  };

  it('reads the pipeline beside the catalog file of a host', async () => {
    const { urls, beginning } = begin(
      'url:https://github.com/acme/orders/blob/main/catalog-info.yaml',
    );
    expect((await beginning).form.sources).toHaveLength(2);
    expect(urls).toEqual([
      'https://github.com/acme/orders/blob/main/pipeline.yaml',
    ]);
  });

  it('reads that of a repository of this machine', async () => {
    const { beginning } = begin(
      `file:${directory.resolve('repositories/orders/catalog-info.yaml')}`,
    );
    expect((await beginning).form.sources).toHaveLength(2);
  });

  it.each([
    'elsewhere/orders/catalog-info.yaml',
    'repositories/../elsewhere/orders/catalog-info.yaml',
    'repositories/missing/catalog-info.yaml',
  ])('reads no file of %s', async path => {
    const { beginning } = begin(`file:${directory.path}/${path}`);
    await expect(beginning).rejects.toThrow('upload the file instead');
  });
});
