import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'fs-extra';
import git from 'isomorphic-git';
import { commitAll } from './commitAll';

describe('commitAll', () => {
  const directory = createMockDirectory();

  it('makes one commit on main of everything but ignored and built files', async () => {
    directory.setContent({
      '.gitignore': '*.log\n',
      'a.txt': 'a',
      'lib/b.txt': 'b',
      'x.log': '',
      'cdk.out/manifest.json': '{}',
      'node_modules/c/index.js': '',
    });
    const id = await commitAll(directory.path, 'Generate\n', {
      name: 'Ada',
      email: 'ada@example.com',
    });
    const repository = { fs, dir: directory.path };
    expect(await git.currentBranch(repository)).toBe('main');
    expect(await git.listFiles(repository)).toEqual([
      '.gitignore',
      'a.txt',
      'lib/b.txt',
    ]);
    const commits = await git.log(repository);
    expect(commits.map(({ oid }) => oid)).toEqual([id]);
    expect(commits[0].commit).toMatchObject({
      message: 'Generate\n',
      author: { name: 'Ada', email: 'ada@example.com' },
    });
    expect(
      (await git.statusMatrix({ ...repository })).filter(
        ([path, head, workdir]) =>
          head !== workdir && !/^(cdk\.out|node_modules)/.test(path),
      ),
    ).toEqual([]);
  });
});
