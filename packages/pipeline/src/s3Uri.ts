import type { Rule } from './rule';

/**
 * Where a source lies. `key` is an object's key, or a prefix when it ends in `/`.
 *
 * @public
 */
export interface S3Location {
  bucket: string;
  key: string;
}

const BUCKET_NAME = '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]';
const WHOLE_BUCKET_NAME = new RegExp(`^${BUCKET_NAME}$`);

/** The structural part of the rules, for editors that read the JSON schema. */
export const S3_URI_PATTERN = `^s3://${BUCKET_NAME}/.+$`;

/**
 * Splits `s3://bucket/key`. Does not judge the parts; see `s3UriRules`.
 *
 * @public
 */
export function parseS3Uri(uri: string): S3Location {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]*)\/?(.*)$/su.exec(uri) ?? [];
  return { bucket, key };
}

const scheme: Rule = uri => {
  if (uri.startsWith('s3://')) {
    return undefined;
  }
  return /^s3[an]:\/\//i.test(uri)
    ? `${JSON.stringify(uri)} uses a Hadoop scheme: write it as s3://`
    : `${JSON.stringify(
        uri,
      )} is not an S3 URI: write s3://bucket/key for one object or s3://bucket/prefix/ for a folder`;
};

/**
 * Why S3 takes no bucket of this name; undefined where it does.
 *
 * Source: Amazon S3 User Guide, "General purpose bucket naming rules".
 *
 * @public
 */
export function bucketNameProblem(bucket: string): string | undefined {
  const name = JSON.stringify(bucket);
  if (!WHOLE_BUCKET_NAME.test(bucket)) {
    return `${name} is not a valid name: S3 buckets have 3 to 63 lower-case letters, digits, dots and hyphens, and begin and end with a letter or digit`;
  }
  if (/\.\.|\.-|-\./.test(bucket)) {
    return `${name} is not a valid name: a dot in it must stand between letters or digits`;
  }
  if (/^\d+(\.\d+){3}$/.test(bucket)) {
    return `${name} is written like an IP address, which S3 does not allow: correct the name`;
  }
  return undefined;
}

const bucketName: Rule = uri => {
  const { bucket } = parseS3Uri(uri);
  const name = JSON.stringify(bucket);
  const problem = bucketNameProblem(bucket);
  if (problem) {
    return `the bucket ${problem}`;
  }
  if (
    /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(
      bucket,
    )
  ) {
    return `the bucket ${name} is an alias or a name that S3 keeps for itself: use the name of a general purpose bucket`;
  }
  return undefined;
};

const keyPath: Rule = uri => {
  const { key } = parseS3Uri(uri);
  if (key === '') {
    return 'names a whole bucket: add the key of an object, or a prefix that ends in "/"';
  }
  const segments = key.replace(/\/$/, '').split('/');
  if (segments.some(segment => segment === '.' || segment === '..')) {
    return 'contains a "." or ".." segment, which would leave the folder: write the key as S3 stores it';
  }
  if (segments.includes('')) {
    return 'contains an empty path segment ("//"): remove the extra slash';
  }
  if (new TextEncoder().encode(key).length > 1024) {
    return 'has a key of more than 1024 bytes, the most that S3 stores: shorten it';
  }
  return undefined;
};

/**
 * Letters and digits of any script, the space, and the punctuation that means
 * nothing to a shell, to IAM (`*`, `?`), to globbing or to Hadoop (`{`, `[`).
 */
const keyCharacters: Rule = uri => {
  const { key } = parseS3Uri(uri);
  const found = /[^\p{L}\p{M}\p{N} /_.=+@:,~-]/u.exec(key);
  if (!found) {
    return key === key.trim() && !key.includes(' /') && !key.includes('/ ')
      ? undefined
      : 'has a path segment that begins or ends with a space: correct the key';
  }
  const shown = /[\p{C}\p{Z}]/u.test(found[0])
    ? `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : `"${found[0]}"`;
  return `contains ${shown}, which is unsafe in a path: name one object or a prefix by letters, digits, spaces and / _ . = + @ : , ~ -`;
};

export const s3UriRules: Rule[] = [scheme, bucketName, keyPath, keyCharacters];
