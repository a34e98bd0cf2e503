import { TestGlue } from '../__testUtils__/TestGlue';
import type { Kind } from './__testUtils__/Kind';
import { KINDS } from './__testUtils__/allKinds';

const NAMES = ['a', 'b', 'c'];

/**
 * What every kind of resource can do, by the operations that the AWS Glue API
 * reference has for it.
 */
describe.each<Kind>(KINDS)('$kind', kind => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    for (const { operation, input } of kind.before ?? []) {
      await glue.call(operation, input);
    }
  });

  afterEach(() => glue.dispose());

  const create = (name: string, members: object = {}) =>
    glue.call(kind.create.operation, kind.create.input(name, members));

  const createAll = async () => {
    for (const name of NAMES) await create(name);
  };

  const get = async (name: string) => {
    const { operation, input, read } = kind.get;
    return read(await glue.call(operation, input(name)));
  };

  const remove = (name: string) =>
    glue.call(kind.delete.operation, kind.delete.input(name));

  it('is created once, and got', async () => {
    await create('a');
    expect(kind.nameOf(await get('a'))).toBe('a');
    await expect(create('a')).rejects.toMatchObject({
      code: 'AlreadyExistsException',
    });
  });

  it('is not found where there is none', async () => {
    const notFound = { code: 'EntityNotFoundException' };
    await expect(get('x')).rejects.toMatchObject(notFound);
    const { operation, input } = kind.update;
    await expect(glue.call(operation, input('x'))).rejects.toMatchObject(
      notFound,
    );
    const removal = remove('x').then(
      () => 'quiet',
      error => error.code,
    );
    expect(await removal).toBe(
      kind.delete.isQuietAboutMissing ? 'quiet' : notFound.code,
    );
  });

  it('is updated', async () => {
    await createAll();
    const { operation, input, changed } = kind.update;
    await glue.call(operation, input('b'));
    expect(await get('b')).toMatchObject(changed);
    expect(await get('a')).not.toMatchObject(changed);
  });

  describe.each(kind.lists)('listed by $operation', list => {
    const read = async (members: object) => {
      const answer = await glue.call(list.operation, {
        ...list.input,
        ...members,
      });
      return {
        names: list.read(answer).map(kind.nameOf) as string[],
        NextToken: answer.NextToken,
      };
    };

    it('comes in pages, which what is created meanwhile does not disturb', async () => {
      await createAll();
      expect((await read({})).names).toEqual(NAMES);
      const pages: string[][] = [];
      let NextToken: string | undefined;
      do {
        const page = await read({ MaxResults: 1, NextToken });
        pages.push(page.names);
        NextToken = page.NextToken;
        if (pages.length === 2) await create('aa');
      } while (NextToken);
      expect(pages).toEqual([['a'], ['b'], ['c']]);
    });

    it.each(['x', 'bnVsbA', Buffer.from('[{}]').toString('base64url')])(
      'refuses the token %s',
      async NextToken => {
        await expect(read({ NextToken })).rejects.toMatchObject({
          code: 'InvalidInputException',
          message: expect.stringContaining("'NextToken'"),
        });
      },
    );

    it(`has at most ${list.limit} on a page`, async () => {
      await read({ MaxResults: list.limit });
      await expect(read({ MaxResults: list.limit + 1 })).rejects.toMatchObject({
        code: 'ValidationException',
      });
      await expect(read({ MaxResults: 0 })).rejects.toMatchObject({
        code: 'ValidationException',
      });
    });

    const filters = kind.filters.filter(
      each => each.operation === list.operation,
    );
    if (filters.length > 0) {
      it.each(filters)(
        'is filtered by $input',
        async ({ members, input, found }) => {
          await create('a');
          await create('b', members);
          await create('c', members);
          expect((await read(input)).names).toEqual(found);
          const pages: string[] = [];
          let NextToken: string | undefined;
          do {
            const page = await read({ ...input, MaxResults: 1, NextToken });
            pages.push(...page.names);
            NextToken = page.NextToken;
          } while (NextToken);
          expect(pages).toEqual(found);
        },
      );
    }
  });

  const { batchGet, batchDelete, arn } = kind;

  if (batchGet) {
    it(`is got many at a time by ${batchGet.operation}`, async () => {
      await createAll();
      const answer = await glue.call(
        batchGet.operation,
        batchGet.input(['c', 'x', 'a']),
      );
      const found = batchGet.found(answer).map(kind.nameOf);
      expect([...found].sort()).toEqual(['a', 'c']);
      expect(batchGet.missing(answer)).toEqual(batchGet.saysMissing ?? ['x']);
    });
  }

  it('is deleted', async () => {
    await createAll();
    await remove('b');
    await expect(get('b')).rejects.toMatchObject({
      code: 'EntityNotFoundException',
    });
    for (const list of kind.lists) {
      const answer = await glue.call(list.operation, list.input);
      expect(list.read(answer).map(kind.nameOf)).toEqual(['a', 'c']);
    }
    await create('b');
  });

  if (batchDelete) {
    it(`is deleted many at a time by ${batchDelete.operation}`, async () => {
      await createAll();
      const answer = await glue.call(
        batchDelete.operation,
        batchDelete.input(['c', 'x', 'a']),
      );
      expect(batchDelete.errors(answer)).toEqual([
        ['x', 'EntityNotFoundException'],
      ]);
      expect(kind.nameOf(await get('b'))).toBe('b');
      await expect(get('a')).rejects.toMatchObject({
        code: 'EntityNotFoundException',
      });
    });
  }

  if (arn) {
    const ResourceArn = `arn:aws:glue:us-east-1:000000000000:${arn('a')}`;
    const tags = async () =>
      (await glue.call('GetTags', { ResourceArn })).Tags as object;

    it('is tagged from its creation to its deletion', async () => {
      await create('a', { Tags: { team: 'data' } });
      expect(await tags()).toEqual({ team: 'data' });
      await glue.call('TagResource', {
        ResourceArn,
        TagsToAdd: { team: 'ops', stage: 'dev' },
      });
      expect(await tags()).toEqual({ team: 'ops', stage: 'dev' });
      await glue.call('UntagResource', {
        ResourceArn,
        TagsToRemove: ['team', 'x'],
      });
      expect(await tags()).toEqual({ stage: 'dev' });
      await remove('a');
      await expect(tags()).rejects.toMatchObject({
        code: 'EntityNotFoundException',
      });
      await create('a');
      expect(await tags()).toEqual({});
    });
  }
});
