import { GlueReadError } from './GlueReadError';

const PLACE = { accountId: '111111111111', region: 'eu-west-1' };

function failed(name: string, message = 'as AWS says') {
  return new GlueReadError(
    Object.assign(new Error(message), { name }),
    PLACE,
    'GetTags',
  );
}

describe('GlueReadError', () => {
  it.each([
    [
      failed('AccessDeniedException'),
      `The portal's AWS role lacks the IAM action glue:GetTags: allow it in the role's policy`,
    ],
    [
      failed('Error', 'There is no AWS integration that matches 111111111111'),
      'add 111111111111 to aws.accounts in app-config',
    ],
    [failed('ExpiredTokenException'), 'check the section aws of app-config'],
    [
      failed('Error', 'Could not load credentials from any providers'),
      'check the section aws of app-config',
    ],
    [failed('ThrottlingException'), 'AWS goes on to throttle'],
    [failed('TimeoutError'), 'The next round tries again'],
    [new GlueReadError('broken', PLACE, 'GetTags'), '(Error: broken)'],
  ])('%s', (error, remedy) => {
    expect(error.message).toContain(
      'glue:GetTags in account 111111111111, region eu-west-1, failed. ',
    );
    expect(error.message).toContain(remedy);
  });

  it('knows what does not exist', () => {
    expect(failed('EntityNotFoundException').notFound).toBe(true);
    expect(failed('AccessDeniedException').notFound).toBe(false);
  });
});
