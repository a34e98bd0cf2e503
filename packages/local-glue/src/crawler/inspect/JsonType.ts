/** More members than these, of all levels together, are no table. */
const maxMembers = 50_000;

export type JsonScalar = 'boolean' | 'int' | 'bigint' | 'double' | 'string';

/**
 * The Hive type of all values at one place in JSON. Whole numbers are `int`
 * where all of them fit into 32 bits and `bigint` otherwise, as the tables show
 * that Glue's crawlers write (the developer guide says so by its examples only:
 * "A:int" in "Creating a single schema for each Amazon S3 include path").
 * Values of different kinds make a `string`.
 */
export class JsonType {
  readonly #count: { members: number };
  readonly #scalars = new Set<JsonScalar>();
  #element: JsonType | undefined;
  #members: Map<string, JsonType> | undefined;
  #hasNull = false;

  /** @param count - shared by all types of a file */
  constructor(count: { members: number } = { members: 0 }) {
    this.#count = count;
  }

  /** That values are null, which says nothing about the type. */
  addNull(): void {
    this.#hasNull = true;
  }

  addScalar(scalar: JsonScalar): void {
    this.#scalars.add(scalar);
  }

  /** That values are lists, and the type of their elements. */
  element(): JsonType {
    this.#element ??= this.#inner();
    return this.#element;
  }

  /** That values are objects. */
  addObject(): void {
    this.#members ??= new Map();
  }

  /** The type of a member of values that are objects. */
  member(name: string): JsonType {
    this.#members ??= new Map();
    let member = this.#members.get(name);
    if (!member) {
      member = this.#inner();
      this.#members.set(name, member);
    }
    return member;
  }

  members(): [string, JsonType][] {
    return [...(this.#members ?? [])];
  }

  /**
   * The columns of a table whose records are of the type: the members of
   * objects, or else a single one, `record` (AWS Glue Developer Guide, "Writing
   * JSON custom classifiers"), which for arrays is `array` in the tables that
   * Glue's crawlers write; the guide does not say that.
   */
  columns(): { name: string; type: string }[] {
    const isOther = this.#scalars.size > 0 || this.#element || this.#hasNull;
    if (!isOther) {
      return this.members().map(([name, type]) => ({
        name,
        type: type.hiveType(),
      }));
    }
    const type = this.hiveType();
    return [{ name: type.startsWith('array<') ? 'array' : 'record', type }];
  }

  hiveType(): string {
    const kinds =
      (this.#element ? 1 : 0) +
      (this.#members ? 1 : 0) +
      (this.#scalars.size > 0 ? 1 : 0);
    if (kinds !== 1) return 'string';
    if (this.#element) return `array<${this.#element.hiveType()}>`;
    if (!this.#members) return this.#scalarType();
    const members = this.members().map(
      ([name, type]) => `${name}:${type.hiveType()}`,
    );
    // Hive has no structure without members.
    return members.length > 0 ? `struct<${members.join(',')}>` : 'string';
  }

  #scalarType(): string {
    const scalars = this.#scalars;
    if (scalars.size === 1) return [...scalars][0];
    if (scalars.has('string') || scalars.has('boolean')) return 'string';
    return scalars.has('double') ? 'double' : 'bigint';
  }

  #inner(): JsonType {
    this.#count.members++;
    if (this.#count.members > maxMembers) {
      throw new Error(`its objects have more than ${maxMembers} members`);
    }
    return new JsonType(this.#count);
  }
}
