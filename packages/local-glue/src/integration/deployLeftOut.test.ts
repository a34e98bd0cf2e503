import { Deployments, Resources } from './__testUtils__/Deployments';

jest.setTimeout(120_000);

const code: Resources = {
  Function: [
    'AWS::Lambda::Function',
    {
      Code: { ZipFile: 'exports.handler = async () => ({});' },
      Handler: 'index.handler',
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Runtime: 'nodejs22.x',
    },
  ],
  Role: ['AWS::IAM::Role', { AssumeRolePolicyDocument: {} }],
  Named: [
    'Custom::Lookup',
    { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] } },
  ],
  Plain: [
    'AWS::CloudFormation::CustomResource',
    { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] } },
  ],
};

/** A job that is told everything that can be asked of them. */
const asking = (asked: Record<string, unknown>): Resources => ({
  Job: [
    'AWS::Glue::Job',
    {
      Name: 'load',
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Command: { Name: 'glueetl', ScriptLocation: 's3://b/load.py' },
      DefaultArguments: asked,
    },
  ],
});

describe('functions and custom resources', () => {
  let deployments: Deployments;
  beforeAll(async () => {
    deployments = await Deployments.start();
  });
  afterAll(async () => {
    await deployments.stop();
  });

  const value = (name: string) => `orders-${name}-[0-9a-f]{12}`;
  const text = (pattern: string) =>
    expect.stringMatching(new RegExp(`^${pattern}$`));

  it('are left out and listed; whatever is asked of them has an answer', async () => {
    const folder = deployments.stack(
      {
        ...code,
        ...asking({
          '--FUNCTION': { Ref: 'Function' },
          '--FUNCTION_ARN': { 'Fn::GetAtt': ['Function', 'Arn'] },
          '--NAMED': { Ref: 'Named' },
          '--NAMED_DATA': { 'Fn::GetAtt': ['Named', 'Some.Data'] },
          '--PLAIN': { Ref: 'Plain' },
          '--JOINED': { 'Fn::Sub': 'a-${Plain.Data}' },
          '--FIRST': {
            'Fn::Select': [1, { 'Fn::GetAtt': ['Named', 'List'] }],
          },
          '--PART': {
            'Fn::Select': [
              2,
              { 'Fn::Split': ['|', { 'Fn::GetAtt': ['Plain', 'Text'] }] },
            ],
          },
        }),
      },
      { Asked: { Value: { 'Fn::GetAtt': ['Named', 'Data'] } } },
    );
    const { message, leftOut, outputs } = await deployments.deploy(folder);
    expect(message).toBe('no failure');
    expect(leftOut.sort()).toEqual([
      'AWS::CloudFormation::CustomResource',
      'AWS::IAM::Role',
      'AWS::Lambda::Function',
      'Custom::Lookup',
    ]);
    expect(outputs.Asked).toEqual(text(`${value('Named')}\\.Data`));
    const { Job } = await deployments.invoke('glue', 'GetJob', {
      JobName: 'load',
    });
    expect(Job.DefaultArguments).toEqual({
      '--FUNCTION': text(value('Function')),
      '--FUNCTION_ARN': text(
        `arn:aws:lambda:us-east-1:000000000000:function:${value('Function')}`,
      ),
      '--NAMED': text(value('Named')),
      '--NAMED_DATA': text(`${value('Named')}\\.Some\\.Data`),
      '--PLAIN': text(value('Plain')),
      '--JOINED': text(`a-${value('Plain')}\\.Data`),
      '--FIRST': text(`${value('Named')}\\.List`),
      '--PART': text(`${value('Plain')}\\.Text`),
    });

    const again = await deployments.deploy(folder);
    expect(again.changes).toEqual([{ unchanged: 1 }]);
    expect((await deployments.destroy(folder)).told).toEqual(['deleted Job']);
  });
});
