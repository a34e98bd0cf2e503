import { stackParameters } from './stackParameters';

const stack = (
  Parameters: Record<string, { Type: string; Default?: unknown }>,
  parameters: Record<string, string> = {},
) => ({ name: 's', template: { Parameters }, parameters, assets: [] });

describe('stackParameters', () => {
  it('takes what the app gives before the default', () => {
    const parameters = {
      A: { Type: 'String', Default: 'default' },
      B: { Type: 'Number', Default: 2 },
    };
    expect(stackParameters(stack(parameters, { A: 'given' }))).toEqual({
      A: 'given',
      B: 2,
    });
  });

  it('splits lists', () => {
    expect(
      stackParameters(
        stack({ A: { Type: 'CommaDelimitedList', Default: 'a, b' } }),
      ),
    ).toEqual({ A: ['a', 'b'] });
  });

  it('knows the bootstrap version, which every CDK stack asks for', () => {
    const { BootstrapVersion } = stackParameters(
      stack({
        BootstrapVersion: {
          Type: 'AWS::SSM::Parameter::Value<String>',
          Default: '/cdk-bootstrap/hnb659fds/version',
        },
      }),
    );
    expect(Number(BootstrapVersion)).toBeGreaterThanOrEqual(6);
  });

  it.each([
    [{ A: { Type: 'String' } }, 'the parameter A has no default'],
    [
      {
        A: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/my/vpc' },
      },
      'reads /my/vpc from the parameter store',
    ],
  ])('rejects %j', (parameters, message) => {
    expect(() => stackParameters(stack(parameters))).toThrow(message);
  });
});
