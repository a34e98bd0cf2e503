import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { writeFile } from 'node:fs/promises';
import { findAssets } from '../repository/assets';
import { TemplateEntityProvider } from './TemplateEntityProvider';

const templateOf = (
  title: string,
) => `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: one, title: ${title} }
spec: { type: data-pipeline, steps: [] }
`;

describe('TemplateEntityProvider', () => {
  const directory = createMockDirectory();
  const logger = mockServices.logger.mock();
  const applyMutation = jest.fn();
  let provider: TemplateEntityProvider | undefined;

  async function connect(files: string[], owner?: string) {
    provider = new TemplateEntityProvider({ files, owner, logger });
    await provider.connect({ applyMutation, refresh: jest.fn() });
  }

  const registered = (): DeferredEntity[] =>
    applyMutation.mock.lastCall?.[0].entities;

  async function until(condition: () => boolean) {
    for (const end = Date.now() + 5_000; !condition() && Date.now() < end;) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    expect(condition()).toBe(true);
  }

  afterEach(() => {
    provider?.close();
    provider = undefined;
    jest.clearAllMocks();
  });

  it('registers the templates of the package', async () => {
    await connect(findAssets().templateFiles, 'group:default/platform');
    expect(
      registered().map(({ entity, locationKey }) => ({
        name: entity.metadata.name,
        annotations: entity.metadata.annotations,
        owner: entity.spec!.owner,
        locationKey,
      })),
    ).toEqual(
      ['glue-redshift-pipeline', 'glue-redshift-warehouse'].map(name => ({
        name,
        annotations: {
          'backstage.io/managed-by-location': 'glue-pipelines:templates',
          'backstage.io/managed-by-origin-location': 'glue-pipelines:templates',
        },
        owner: 'group:default/platform',
        locationKey: 'glue-pipelines:templates',
      })),
    );
  });

  it('gives them no owner where none is configured', async () => {
    await connect(findAssets().templateFiles);
    expect(registered().map(({ entity }) => entity.spec!.owner)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('registers a template anew when it is edited, and keeps it while it is broken', async () => {
    const file = directory.resolve('template.yaml');
    directory.setContent({ 'template.yaml': templateOf('First') });
    await connect([file]);
    const title = () => registered()[0].entity.metadata.title;
    expect(title()).toBe('First');

    await writeFile(file, '{ broken');
    await until(() => logger.error.mock.calls.length > 0);
    expect(title()).toBe('First');

    await writeFile(file, templateOf('Second'));
    await until(() => title() === 'Second');
  });

  it('says what is missing of a package without its assets', async () => {
    await connect([directory.resolve('absent/template.yaml')]);
    expect(applyMutation).not.toHaveBeenCalled();
    expect(logger.error.mock.lastCall?.[1]).toMatchObject({ code: 'ENOENT' });
  });
});
