/**
 * The service a request was signed for, out of Signature Version 4's
 * credential scope (`AKID/20260102/us-east-1/redshift/aws4_request`) in the
 * Authorization header or in a presigned URL. Undefined for unsigned requests.
 * Signatures are not verified: any credentials are accepted on loopback.
 */
export function signedService(
  authorization: string | undefined,
  url: URL,
): string | undefined {
  const credential =
    authorization?.match(/Credential=([^,\s]+)/)?.[1] ??
    url.searchParams.get('X-Amz-Credential') ??
    undefined;
  // An access key may not contain a slash, so the scope counts from the end.
  const parts = credential?.split('/');
  return parts && parts.length >= 5 ? parts[parts.length - 2] : undefined;
}
