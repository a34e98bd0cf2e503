import fs from 'fs-extra';
import git from 'isomorphic-git';

export interface CommitAuthor {
  name: string;
  email: string;
}

/** Never part of a commit, whatever `.gitignore` says. */
const NEVER_COMMITTED = /(^|\/)(node_modules|cdk\.out)(\/|$)/;

/**
 * Makes a folder a Git repository with one commit on `main` of everything in
 * it that `.gitignore` lets through.
 *
 * @returns the commit's id
 */
export async function commitAll(
  directory: string,
  message: string,
  author: CommitAuthor,
): Promise<string> {
  const repository = { fs, dir: directory };
  await git.init({ ...repository, defaultBranch: 'main' });
  const files = await git.statusMatrix({
    ...repository,
    filter: path => !NEVER_COMMITTED.test(path),
  });
  await git.add({ ...repository, filepath: files.map(([path]) => path) });
  return git.commit({ ...repository, message, author });
}
