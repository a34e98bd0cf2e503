import { signedService } from './credentialScope';

const plain = new URL('http://localhost/');

describe('signedService', () => {
  it.each([
    [
      'AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/redshift/aws4_request, SignedHeaders=host, Signature=0',
      'redshift',
    ],
    [
      'AWS4-HMAC-SHA256 Credential=a/b/20260102/eu-west-1/s3/aws4_request,SignedHeaders=host',
      's3',
    ],
    ['Bearer token', undefined],
    [undefined, undefined],
  ])('of %s is %s', (authorization, service) => {
    expect(signedService(authorization, plain)).toBe(service);
  });

  it('is read from a presigned URL too', () => {
    const url = new URL(
      'http://localhost/bucket/key?X-Amz-Credential=AKID%2F20260102%2Fus-east-1%2Fs3%2Faws4_request',
    );
    expect(signedService(undefined, url)).toBe('s3');
  });
});
