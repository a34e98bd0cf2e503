import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, it } from 'node:test';
import { pullRequestOf, writeComment } from '../scripts/pullRequest';
import { diffMarkdown } from '../scripts/review';

type Comment = { id: number; body: string };

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach(close => close()));

/** A host that has comments, and notes what is asked of it. */
async function host(comments: Comment[]) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://host');
    const secret =
      request.headers.authorization ?? request.headers['private-token'];
    const body = await text(request);
    asked.push(`${request.method} ${pathname} ${secret} ${body}`.trim());
    const from = (Number(searchParams.get('page') ?? 1) - 1) * 100;
    response.end(
      JSON.stringify(
        request.method === 'GET' ? comments.slice(from, from + 100) : {},
      ),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

const github = (url: string) =>
  pullRequestOf({
    GITHUB_API_URL: url,
    GITHUB_REPOSITORY: 'acme/orders',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_TOKEN: 'token',
  });

const OWN = { id: 5, body: '<!-- changes of the pipeline -->\nbefore' };

describe('the comment of a pull request', () => {
  it('is written once', async () => {
    const { url, asked } = await host([{ id: 1, body: 'of a person' }]);
    await writeComment(github(url), 'now');
    assert.deepEqual(asked, [
      'GET /repos/acme/orders/issues/7/comments Bearer token',
      'POST /repos/acme/orders/issues/7/comments Bearer token {"body":"<!-- changes of the pipeline -->\\nnow"}',
    ]);
  });

  it('is replaced from then on, however many others there are', async () => {
    const others = Array.from({ length: 100 }, () => ({ id: 1, body: 'x' }));
    const { url, asked } = await host([...others, OWN]);
    await writeComment(github(url), 'now');
    assert.equal(asked.length, 3);
    assert.match(
      asked.at(-1)!,
      /^PATCH \/repos\/acme\/orders\/issues\/comments\/5 /,
    );
  });

  it('is a note of GitLab, too', async () => {
    const { url, asked } = await host([OWN]);
    const request = pullRequestOf({
      CI_API_V4_URL: url,
      CI_PROJECT_ID: '3',
      CI_MERGE_REQUEST_IID: '9',
      GITLAB_TOKEN: 'token',
    });
    await writeComment(request, 'now');
    assert.match(
      asked.at(-1)!,
      /^PUT \/projects\/3\/merge_requests\/9\/notes\/5 token /,
    );
  });

  it('is for CI only', () => {
    assert.throws(
      () => pullRequestOf({ GITHUB_REF: 'refs/heads/main' }),
      /no pull request to comment on/,
    );
  });
});

describe('the comparison with AWS', () => {
  it('is folded away, with the count of what differs', () => {
    const markdown = diffMarkdown(
      'prod',
      'Stack orders-workflow\n```\n✨  Number of stacks with differences: 2\n',
      0,
    );
    assert.match(markdown, /<summary>2 stacks of prod differ<\/summary>/);
    assert.match(markdown, /~~~~~~\nStack orders-workflow\n```\n/);
  });

  it('says why there is none', () => {
    assert.match(diffMarkdown(undefined, '', 0), /no environment was named/);
    assert.match(
      diffMarkdown('prod', 'no credentials', 1),
      /could not compare with prod[^]*no credentials/,
    );
  });

  it('fits into a comment', () => {
    const markdown = diffMarkdown('prod', 'x'.repeat(70_000), 0);
    assert.ok(markdown.length < 60_000);
    assert.match(markdown, /20000 characters more/);
  });
});
