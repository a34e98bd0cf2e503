/** What one kind of resource is called with, through its whole life. */
export interface Kind {
  kind: string;
  /** What must exist before. */
  before?: { operation: string; input: object }[];
  create: { operation: string; input(name: string, members: object): object };
  get: { operation: string; input(name: string): object; read: Reader };
  /** The name in what a get, a list or a batch returns of a resource. */
  nameOf(definition: any): string;
  lists: { operation: string; input: object; limit: number; read: Reader }[];
  /** Lists that have filters: `members` make a resource pass. */
  filters: {
    operation: string;
    input: object;
    members: object;
    found: string[];
  }[];
  update: { operation: string; input(name: string): object; changed: object };
  delete: {
    operation: string;
    input(name: string): object;
    /** Glue has no EntityNotFoundException for it. */
    isQuietAboutMissing?: boolean;
  };
  batchGet?: {
    operation: string;
    input(names: string[]): object;
    found: Reader;
    missing: Reader;
    /** What `missing` is, where it is not the names. */
    saysMissing?: unknown[];
  };
  batchDelete?: {
    operation: string;
    input(names: string[]): object;
    errors(answer: any): [name: string, code: string][];
  };
  /** The resource's part of its ARN, of kinds that have tags. */
  arn?(name: string): string;
}

export type Reader = (answer: any) => any;

/** Of a definition, or of a list of nothing but names. */
export const nameOf = (definition: any): string =>
  definition.Name ?? definition;
