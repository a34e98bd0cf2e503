import {
  integer,
  map,
  Shape,
  string,
  structure,
} from '../../../protocol/shape';

/** The API reference's "single-line string pattern". */
const SINGLE_LINE = {
  expression: /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\t]*$/u,
  says: 'must be a single line without control characters',
};

const MULTIPLE_LINES = {
  expression: /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\r\n\t]*$/u,
  says: 'must be text without control characters other than line breaks and tabs',
};

export const singleLine = (max: number, min: number = 0): Shape =>
  string({ min, max, pattern: SINGLE_LINE });

/** The API reference's "URI address multi-line string pattern". */
export const multipleLines = (max: number, min: number = 0): Shape =>
  string({ min, max, pattern: MULTIPLE_LINES });

/** NameString */
export const name = singleLine(255, 1);

/** IdString: run ids, and keys of run properties. */
export const id = singleLine(255, 1);

/** CatalogIdString: an account. One account has one catalog here. */
export const catalogId = singleLine(255, 1);

/** DescriptionString */
export const description = multipleLines(2048);

/** ParametersMap of the Data Catalog. */
export const parameters = map(singleLine(255, 1), string({ max: 512_000 }));

/** GenericMap: arguments of jobs. */
export const jobArguments = map(string(), string());

/** WorkflowRunProperties */
export const runProperties = map(id, string());

/** TagsMap */
export const tags = map(
  string({ min: 1, max: 128 }),
  string({ min: 0, max: 256 }),
  { max: 50 },
);

/** GlueResourceArn */
export const resourceArn = string({
  min: 1,
  max: 10_240,
  pattern: {
    expression: /^arn:aws(-(cn|us-gov|iso(-[bef])?))?:glue:.*/,
    says: 'must be the ARN of a Glue resource (arn:aws:glue:...)',
  },
});

/** NextToken and MaxResults. */
export const paging = (maximum: number) => ({
  NextToken: string(),
  MaxResults: integer({ min: 1, max: maximum }),
});

export const byName = structure({ Name: name });

export const notification = structure(
  {},
  { NotifyDelayAfter: integer({ min: 1 }) },
);
