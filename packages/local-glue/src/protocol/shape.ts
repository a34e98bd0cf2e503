/**
 * What a request member may be. Operations declare their input as a table of
 * these, with the constraints of the AWS Glue API reference.
 */
export type Shape =
  | StringShape
  | NumberShape
  | { kind: 'boolean' }
  | { kind: 'timestamp' }
  | ListShape
  | MapShape
  | StructureShape
  | { kind: 'document' };

interface Bounds {
  min?: number;
  max?: number;
}

interface StringShape extends Bounds {
  kind: 'string';
  pattern?: { expression: RegExp; says: string };
  values?: readonly string[];
  /** Left out of what is said about it. */
  sensitive?: boolean;
}

interface NumberShape extends Bounds {
  kind: 'integer' | 'double';
}

interface ListShape extends Bounds {
  kind: 'list';
  of: Shape;
}

interface MapShape extends Bounds {
  kind: 'map';
  key: Shape;
  value: Shape;
}

export interface StructureShape {
  kind: 'structure';
  required: Readonly<Record<string, Shape>>;
  optional: Readonly<Record<string, Shape>>;
}

/** Bounds are lengths in characters. */
export const string = (constraints: Omit<StringShape, 'kind'> = {}): Shape => ({
  kind: 'string',
  ...constraints,
});

export const oneOf = (...values: string[]): Shape => ({
  kind: 'string',
  values,
});

export const integer = (bounds: Bounds = {}): Shape => ({
  kind: 'integer',
  ...bounds,
});

export const double = (bounds: Bounds = {}): Shape => ({
  kind: 'double',
  ...bounds,
});

export const boolean = (): Shape => ({ kind: 'boolean' });

/** Epoch seconds on the wire, a `Date` after validation. */
export const timestamp = (): Shape => ({ kind: 'timestamp' });

/** Bounds are numbers of elements. */
export const list = (of: Shape, bounds: Bounds = {}): Shape => ({
  kind: 'list',
  of,
  ...bounds,
});

/** Bounds are numbers of entries. */
export const map = (key: Shape, value: Shape, bounds: Bounds = {}): Shape => ({
  kind: 'map',
  key,
  value,
  ...bounds,
});

/** Any JSON value: for members that are stored and returned but never read. */
export const document = (): Shape => ({ kind: 'document' });

export const structure = (
  required: Record<string, Shape>,
  optional: Record<string, Shape> = {},
): StructureShape => ({ kind: 'structure', required, optional });
