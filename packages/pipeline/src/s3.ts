// What the server reads of S3's URIs and keys, without the rest of the language.
export { isHidden } from './holdsData';
export { bucketNameProblem, parseS3Uri, type S3Location } from './s3Uri';
