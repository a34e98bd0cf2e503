import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startFormPortal } from '../__testUtils__/startFormPortal';

jest.setTimeout(60_000);

describe('what a form begins with', () => {
  let portal: Awaited<ReturnType<typeof startFormPortal>>;

  const ask = (question: string, form: object) =>
    request(portal.server)
      .post(`/api/scaffolder/glue-pipelines/v1/form/${question}`)
      .set('authorization', mockCredentials.user.header())
      .send({ form });

  beforeAll(async () => {
    portal = await startFormPortal({ endpoint: 'http://127.0.0.1:1' });
  });

  afterAll(() => portal?.stop());

  it('is an example, without its name and owner', async () => {
    const { body: listed } = await ask('examples', {}).expect(200);
    expect(listed.examples).toContainEqual({
      name: 'flight-delays',
      description: expect.stringMatching(/Delayed flights/),
    });
    const { body } = await ask('begin', { example: 'flight-delays' }).expect(
      200,
    );
    expect(body.form.sources).toHaveLength(2);
    expect(body.form).not.toHaveProperty('name');
    expect(body.form).not.toHaveProperty('owner');
    expect(body.leftOut).toEqual([]);
  });

  it.each([
    [{ example: '../skeleton/package' }, 404, /no example .*choose one of/],
    [{ yaml: 'name: x' }, 400, /no pipeline:\n[^]*\nname:/],
    [{ entityRef: 'component:default/nobody' }, 404, /has no component/],
    [
      { entityRef: 'component:default/taken-component' },
      404,
      /upload the file instead/,
    ],
    [{}, 400, /Nothing is said to begin with/],
  ])('is not %j', async (asked, status, message) => {
    const { body } = await ask('begin', asked).expect(status);
    expect(body.error.message).toMatch(message);
  });
});
