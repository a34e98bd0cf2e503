import { ConflictError, InputError } from '@backstage/errors';
import { InvalidPipelineError } from '@glue-pipelines/pipeline';
import { explained, explaining } from './explained';

const thrown = (error: unknown) =>
  explained(() => {
    throw error;
  }).catch(caught => caught);

describe('explained', () => {
  it.each([
    new InputError('accountId: is missing'),
    new ConflictError('name: is taken'),
    new InvalidPipelineError([{ field: 'name', message: 'is missing' }]),
  ])('leaves of %s the sentence', async error => {
    const { message, stack } = await thrown(error);
    expect(message).toBe(error.message);
    expect(stack).toBe(error.message);
  });

  it('keeps the stack of what nobody expected', async () => {
    const error = new TypeError('x is not a function');
    expect((await thrown(error)).stack).toContain('explained.test');
  });

  it('explains what an action throws', async () => {
    const action = explaining({
      id: 'fails',
      handler: async (_context: object) => {
        throw new ConflictError('name: is taken');
      },
    });
    await expect(action.handler({})).rejects.toMatchObject({
      name: 'ConflictError',
      stack: 'name: is taken',
    });
  });
});
