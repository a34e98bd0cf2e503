import { parseS3Uri, type S3Location } from '@glue-pipelines/pipeline/s3';

/** `s3a` and `s3n` are what Hadoop's older file systems of S3 are called. */
const scheme = /^s3[an]?:/;

export function isS3Uri(text: string): boolean {
  return scheme.test(text);
}

/** Bucket and key of `s3://bucket/key`, each empty where the URI names none. */
export function splitS3Uri(uri: string): S3Location {
  return parseS3Uri(uri.replace(scheme, 's3:'));
}

/** `s3://bucket/some/prefix` to bucket and prefix, which may be empty. Throws Error. */
export function s3Location(uri: string): S3Location {
  const location = splitS3Uri(uri);
  if (!location.bucket) throw new Error(`"${uri}" is not s3://<bucket>/<key>`);
  return location;
}
