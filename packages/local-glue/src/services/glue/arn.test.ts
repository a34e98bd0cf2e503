import { glueArn, parseGlueArn } from './arn';

const account = { region: 'us-east-1', accountId: '000000000000' };

describe('ARNs of Glue', () => {
  it.each([
    ['workflow', 'covid-hiring'],
    ['job', 'team/load'],
    ['database', 'covid_hiring'],
  ] as const)('of a %s can be read back', (kind, path) => {
    const arn = glueArn(account, kind, path);
    expect(arn).toBe(`arn:aws:glue:us-east-1:000000000000:${kind}/${path}`);
    expect(parseGlueArn(account, arn)).toEqual({ kind, path });
  });

  it.each([
    'arn:aws:glue:eu-west-1:000000000000:job/x',
    'arn:aws:glue:us-east-1:111111111111:job/x',
    'arn:aws:glue:us-east-1:000000000000:catalog',
    'arn:aws:s3:::bucket/x',
  ])('%s is none of this account', arn => {
    expect(parseGlueArn(account, arn)).toBeUndefined();
  });
});
