import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { TestServices } from '../__testUtils__/TestServices';

describe('STS', () => {
  it('tells who the caller is', async () => {
    const server = await TestServices.start();
    const client = new STSClient(server.clientConfig);
    expect(await client.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '000000000000',
      Arn: 'arn:aws:iam::000000000000:root',
      UserId: '000000000000',
    });
    client.destroy();
    await server.remove();
  });
});
