import { ConfigReader } from '@backstage/config';
import { resolveTarget } from './PipelineTarget';

const ONE = {
  aws: { accounts: [{ accountId: '111122223333', region: 'eu-west-1' }] },
};
const TWO = {
  aws: {
    accountDefaults: { region: 'us-west-2' },
    accounts: [
      { accountId: '111122223333', region: 'eu-west-1' },
      { accountId: '444455556666' },
    ],
  },
};

describe('resolveTarget', () => {
  it.each([
    ['the only account', ONE, {}, ['111122223333', 'eu-west-1']],
    [
      'an empty input',
      ONE,
      { accountId: '', region: '' },
      ['111122223333', 'eu-west-1'],
    ],
    [
      'the region of the input',
      ONE,
      { region: 'us-gov-west-1' },
      ['111122223333', 'us-gov-west-1'],
    ],
    [
      'the account of the input',
      TWO,
      { accountId: '111122223333' },
      ['111122223333', 'eu-west-1'],
    ],
    [
      'the default region',
      TWO,
      { accountId: '444455556666' },
      ['444455556666', 'us-west-2'],
    ],
  ])('takes %s', (_, config, input, [accountId, region]) =>
    expect(resolveTarget(new ConfigReader(config), input)).toEqual({
      accountId,
      region,
    }),
  );

  it.each([
    [
      'no account is known',
      {},
      {},
      'accountId: is missing, and the portal knows no AWS account',
    ],
    [
      'several accounts are known',
      TWO,
      {},
      'accountId: is missing: choose one of 111122223333, 444455556666',
    ],
    [
      'the account is malformed',
      ONE,
      { accountId: '1' },
      'accountId: "1" is not an AWS account',
    ],
    [
      'no region is known',
      {},
      { accountId: '111122223333' },
      'region: is missing',
    ],
    [
      'the region is malformed',
      ONE,
      { region: 'eu west' },
      'region: "eu west" is not an AWS region',
    ],
  ])('fails when %s', (_, config, input, message) =>
    expect(() => resolveTarget(new ConfigReader(config), input)).toThrow(
      message,
    ),
  );
});
