import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { LocalRepositories } from './LocalRepositories';

describe('LocalRepositories', () => {
  const directory = createMockDirectory();
  const repositories = new LocalRepositories(directory.resolve('repositories'));
  const content = directory.resolve('content');
  const textContent = () => directory.content({ shouldReadAsText: true });

  beforeEach(() => {
    directory.setContent({
      'content/a.txt': 'a',
      'content/.gitignore': 'x',
      'content/node_modules/b/index.js': '',
    });
  });

  it('needs to be configured', () => {
    expect(() => LocalRepositories.fromConfig(new ConfigReader({}))).toThrow(
      'set gluePipelines.local.repositories',
    );
  });

  it.each(['..', '../x', 'a/b', 'a\\b', '/etc', '.git', '', 'A', 'a\0b'])(
    'takes no path for the name %j',
    name =>
      expect(() => repositories.path(name)).toThrow('cannot name a repository'),
  );

  it('makes a repository of a folder, prepared', async () => {
    const path = await repositories.create('orders', content, async made => {
      expect(made).not.toBe(repositories.path('orders'));
    });
    expect(path).toBe(directory.resolve('repositories/orders'));
    expect(textContent()).toMatchObject({
      repositories: { orders: { 'a.txt': 'a', '.gitignore': 'x' } },
    });
    expect(textContent()).not.toHaveProperty(
      'repositories.orders.node_modules',
    );
  });

  it('leaves nothing behind when the preparation fails', async () => {
    await expect(
      repositories.create('orders', content, async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(textContent()).toMatchObject({ repositories: {} });
  });

  it('does not replace a repository', async () => {
    directory.addContent({ 'repositories/orders/mine': 'mine' });
    const prepare = jest.fn();
    await expect(
      repositories.create('orders', content, prepare),
    ).rejects.toThrow('name: a repository "orders" exists already');
    expect(prepare).not.toHaveBeenCalled();
    expect(textContent()).toMatchObject({
      repositories: { orders: { mine: 'mine' } },
    });
  });
});
