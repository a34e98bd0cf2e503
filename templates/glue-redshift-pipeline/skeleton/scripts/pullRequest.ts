/** Comments of a pull or merge request, as the host's API has them. */
export interface PullRequest {
  /** The address of its comments. */
  comments: string;
  /** The address of one of them. */
  comment(id: number): string;
  /** By which a comment is changed. */
  update: 'PATCH' | 'PUT';
  headers: Record<string, string>;
}

/** Tells the comment that is replaced from those of people. */
const MARKER = '<!-- changes of the pipeline -->';

const PAGE = 100;

/**
 * The pull request that CI runs for: GitHub's by what its workflows set, with
 * GITHUB_TOKEN, or GitLab's, with GITLAB_TOKEN (a project's access token with
 * the scope `api`, since job tokens may not comment).
 *
 * @throws Error where there is none
 */
export function pullRequestOf(env: NodeJS.ProcessEnv): PullRequest {
  const [, number] = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '') ?? [];
  if (number && env.GITHUB_TOKEN) {
    const issues = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues`;
    return {
      comments: `${issues}/${number}/comments`,
      comment: id => `${issues}/comments/${id}`,
      update: 'PATCH',
      headers: {
        authorization: `Bearer ${env.GITHUB_TOKEN}`,
        accept: 'application/vnd.github+json',
      },
    };
  }
  const { CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID } = env;
  if (CI_MERGE_REQUEST_IID && env.GITLAB_TOKEN) {
    const notes = `${CI_API_V4_URL}/projects/${CI_PROJECT_ID}/merge_requests/${CI_MERGE_REQUEST_IID}/notes`;
    return {
      comments: notes,
      comment: id => `${notes}/${id}`,
      update: 'PUT',
      headers: { 'private-token': env.GITLAB_TOKEN },
    };
  }
  throw new Error(
    'There is no pull request to comment on: this is for its CI, with GITHUB_TOKEN on GitHub or GITLAB_TOKEN on GitLab',
  );
}

async function ask<Answer>(
  url: string,
  headers: Record<string, string>,
  method = 'GET',
  body?: string,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify({ body }) }),
  });
  if (!response.ok) {
    throw new Error(
      `${method} ${url}: ${response.status} ${await response.text()}`,
    );
  }
  return (await response.json()) as Answer;
}

/** Writes the comment, in the place of the one that was written before. */
export async function writeComment(
  { comments, comment, update, headers }: PullRequest,
  text: string,
): Promise<void> {
  const body = `${MARKER}\n${text}`;
  for (let page = 1; ; page += 1) {
    const found = await ask<{ id: number; body: string }[]>(
      `${comments}?per_page=${PAGE}&page=${page}`,
      headers,
    );
    const before = found.find(one => one.body.startsWith(MARKER));
    if (before) {
      await ask(comment(before.id), headers, update, body);
      return;
    }
    if (found.length < PAGE) {
      await ask(comments, headers, 'POST', body);
      return;
    }
  }
}
